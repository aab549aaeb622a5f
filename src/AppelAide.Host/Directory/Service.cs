using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>Help that an organization offers (HSDS service).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Organization">The organization's name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Needs">The needs it answers.</param>
/// <param name="Languages">The languages it is given in; empty when not known.</param>
/// <param name="Bring">What to bring; empty for nothing.</param>
/// <param name="Area">For whom it is.</param>
/// <param name="Sites">Where it is given; one without a location for help by telephone alone.</param>
internal sealed record Service(
    string Id,
    string Organization,
    Bilingual Name,
    ImmutableArray<string> Needs,
    ImmutableArray<string> Languages,
    Bilingual Bring,
    ServiceArea Area,
    ImmutableArray<ServiceSite> Sites)
{
    /// <summary>Whom it is for, after "Pour " or "For "; empty for everybody, or when not known.</summary>
    public Bilingual For { get; init; } = Bilingual.Empty;

    /// <summary>The least that it costs, in Canadian dollars; null when nobody said.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What a caller must know before all else ("closed for repairs"); empty for nothing.</summary>
    public Bilingual Alert { get; init; } = Bilingual.Empty;

    /// <summary>The local date on which somebody last made sure that this is true; null for never.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Whether it is given these days (HSDS status active): nobody is sent to one that is closed for a time or for good.</summary>
    public bool IsOffered { get; init; } = true;
}
