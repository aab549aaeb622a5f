using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Editing;

/// <summary>What became of an edit, and what to show whoever made it.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Sheet">The record as it is now; null when it is gone.</param>
internal sealed record EditOutcome(EditStatus Status, EditSheet? Sheet)
{
    /// <summary>What is wrong in it.</summary>
    public ImmutableArray<EditMistake> Mistakes { get; init; } = [];

    /// <summary>What somebody else changed meanwhile.</summary>
    public ImmutableArray<EditDifference> Differences { get; init; } = [];

    /// <summary>What the form must hold now: what was typed, and what the other wrote where nothing was.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;
}
