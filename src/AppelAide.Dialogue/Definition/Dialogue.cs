using System.Collections.Frozen;

namespace AppelAide.Dialogue.Definition;

/// <summary>A conversation about one thing: a validated graph of nodes.</summary>
/// <param name="Name">Unique among the dialogues.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Start">The node where it begins: the first one written.</param>
/// <param name="ResumePrompt">What it calls itself when a cut-off citizen calls again; empty when it is not worth resuming.</param>
/// <param name="Nodes">By name.</param>
public sealed record Dialogue(string Name, SourceLine Source, string Start, string ResumePrompt, FrozenDictionary<string, Node> Nodes)
{
    /// <summary>Its name for staff; null in scripts from before there were any.</summary>
    public Label? Label { get; init; }

    /// <summary>The names of its nodes for staff, by the node's own.</summary>
    public FrozenDictionary<string, Label> NodeLabels { get; init; } = FrozenDictionary<string, Label>.Empty;
}
