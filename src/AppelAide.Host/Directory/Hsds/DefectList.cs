using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>What was found wrong: the first thousand as they are, all of them counted. Not for several threads.</summary>
internal sealed class DefectList
{
    /// <summary>How many are kept as they are: more help nobody.</summary>
    public const int Most = 1_000;

    private readonly List<DirectoryDefect> kept = [];
    private readonly SortedDictionary<DefectKind, long> counts = [];

    /// <summary>The first ones, in the order they were met.</summary>
    public IReadOnlyList<DirectoryDefect> Kept => kept;

    /// <summary>How many there are in all.</summary>
    public long Count { get; private set; }

    /// <summary>How many rows or fields were left out.</summary>
    public long Dropped { get; private set; }

    /// <summary>How many there are of each kind.</summary>
    public ImmutableSortedDictionary<DefectKind, long> Counts => counts.ToImmutableSortedDictionary();

    /// <summary>Notes one.</summary>
    public void Add(DefectKind kind, DirectoryDefect defect)
    {
        Count++;
        if (defect.Dropped)
            Dropped++;
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (kept.Count < Most)
            kept.Add(defect with { Kind = kind });
    }
}
