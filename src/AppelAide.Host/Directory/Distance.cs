using System.Globalization;

namespace AppelAide.Host.Directory;

/// <summary>How distances are told.</summary>
internal static class Distance
{
    /// <summary>From a place to a location; null when either is not known.</summary>
    public static double? Between(Place? place, Location? location) =>
        place?.Position is { } from && location?.Position is { } to ? from.KilometresTo(to) : null;

    /// <summary>Whole kilometres; empty when not known, or when it is there: nobody says "at 0 kilometres".</summary>
    public static string Told(double? kilometres) => kilometres is >= 0.5 and { } km ? km.ToString("F0", CultureInfo.InvariantCulture) : "";
}
