using System.Collections.Immutable;

namespace AppelAide.Dialogue.Definition;

/// <summary>The short name by which staff know a dialogue, or a node of one. Citizens never hear it.</summary>
/// <param name="Source">Where it is written.</param>
/// <param name="Words">By language.</param>
public sealed record Label(SourceLine Source, ImmutableDictionary<string, string> Words);
