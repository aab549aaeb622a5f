using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>How a register is imported.</summary>
internal sealed record PlaceImportOptions
{
    /// <summary>Municipalities that became part of others since the last import. Default: none.</summary>
    public ImmutableArray<PlaceMerger> Mergers { get; init; } = [];

    /// <summary>A file of more of them, see <see cref="PlaceMergerReader"/>. Default: none.</summary>
    public string? MergersPath { get; init; }

    /// <summary>Whether places that the register no longer has, and that merged into none, are retired: found by nobody, understood where named. Default: no.</summary>
    public bool RetiresMissing { get; init; }

    /// <summary>Whether all is read and reported, and nothing written. Default: no.</summary>
    public bool IsTrial { get; init; }
}
