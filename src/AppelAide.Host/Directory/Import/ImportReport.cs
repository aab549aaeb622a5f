using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Import;

/// <summary>What an import did.</summary>
/// <param name="Format">What the files are.</param>
/// <param name="Added">Records that are new.</param>
/// <param name="Changed">Records that are not as they were.</param>
/// <param name="Retired">Records that the line no longer reads.</param>
/// <param name="Unchanged">Records that are as they were.</param>
/// <param name="Kinds">Records read of each kind.</param>
/// <param name="Defects">What was wrong in the files.</param>
internal sealed record ImportReport(
    string Format, int Added, int Changed, int Retired, int Unchanged, ImmutableArray<(string Kind, int Count)> Kinds, DefectList Defects)
{
    /// <summary>Whether the directory is now so; false when the files were only looked at.</summary>
    public bool IsApplied { get; init; }
}
