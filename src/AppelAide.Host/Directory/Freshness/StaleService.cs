namespace AppelAide.Host.Directory.Freshness;

/// <summary>A service of which nobody made sure for more than a year.</summary>
internal sealed record StaleService
{
    /// <summary>Its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Its French name.</summary>
    public required string NameFr { get; init; }

    /// <summary>Its English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Who offers it.</summary>
    public required string Organization { get; init; }

    /// <summary>The organization's telephone, to ask; empty when not known.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The local date of the last verification, yyyy-MM-dd; null for never.</summary>
    public string? VerifiedOn { get; init; }

    /// <summary>By whom; null for nobody.</summary>
    public string? VerifiedBy { get; init; }
}
