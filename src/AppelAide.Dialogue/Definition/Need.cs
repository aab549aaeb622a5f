using System.Collections.Immutable;

namespace AppelAide.Dialogue.Definition;

/// <summary>A need that a citizen may name. One without a parent is a family; families have no parents.</summary>
/// <param name="Id">For example <c>food</c>.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Labels">Its short name by language.</param>
/// <param name="Spellings">The words that name it, by language.</param>
/// <param name="Parent">The family it belongs to; empty for a family.</param>
/// <param name="Terms">
/// What imported data calls it: names of categories in any language ("Food Pantry"), and codes with their taxonomy
/// (<c>openeligibility:102-04</c>).
/// </param>
public sealed record Need(
    string Id,
    SourceLine Source,
    ImmutableDictionary<string, string> Labels,
    ImmutableDictionary<string, ImmutableArray<string>> Spellings,
    string Parent,
    ImmutableArray<string> Terms)
{
    /// <summary>Help for few (milk for a baby, a shelter): told after the rest when only the family is asked for.</summary>
    public bool IsNarrow { get; init; }
}
