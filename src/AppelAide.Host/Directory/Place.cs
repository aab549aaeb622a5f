using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>Somewhere a citizen lives: a municipality, a borough or neighbourhood of one, a First Nation, an unorganized territory.</summary>
/// <param name="Id">The official municipal code; boroughs and neighbourhoods add a suffix.</param>
/// <param name="Name">The official name, accents and hyphens included.</param>
/// <param name="Kind">municipality, borough, neighbourhood, unorganized or first_nation.</param>
/// <param name="ParentId">The place it is part of; empty for a municipality.</param>
/// <param name="Mrc">Its MRC, without the word; empty where there is none.</param>
/// <param name="Region">Its administrative region.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeZone">IANA name: the Îles-de-la-Madeleine keep Atlantic time.</param>
/// <param name="PostalCodes">Full codes or their first three characters, without a space.</param>
/// <param name="Aliases">Other names people use.</param>
/// <param name="Population">Residents; 0 when unknown.</param>
internal sealed record Place(
    string Id,
    string Name,
    string Kind,
    string ParentId,
    string Mrc,
    string Region,
    double Latitude,
    double Longitude,
    string TimeZone,
    ImmutableArray<string> PostalCodes,
    ImmutableArray<string> Aliases,
    int Population)
{
    /// <summary>The kind of municipality in a citizen's words, <c>canton</c>, <c>paroisse</c>: said where name and MRC are another's too. Empty when unknown.</summary>
    public string Designation { get; init; } = "";

    /// <summary>The place that it became part of; empty while it is one itself.</summary>
    public string MergedInto { get; init; } = "";

    /// <summary>No longer in the register: nobody is sent there, yet whoever named it is still understood.</summary>
    public bool IsRetired { get; init; }

    /// <summary>A place without coordinates is at no distance from anywhere.</summary>
    public GeoPoint? Position => Latitude == 0 && Longitude == 0 ? null : new GeoPoint(Latitude, Longitude);
}
