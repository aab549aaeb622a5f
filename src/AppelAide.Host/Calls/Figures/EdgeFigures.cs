namespace AppelAide.Host.Calls.Figures;

/// <summary>How often people went from a node to another.</summary>
internal sealed record EdgeFigures
{
    /// <summary>As <c>dialogue.node</c>; empty for the beginning of the conversation.</summary>
    public required string FromNode { get; init; }

    /// <summary>As <c>dialogue.node</c>.</summary>
    public required string ToNode { get; init; }

    /// <summary>How often.</summary>
    public long Passed { get; init; }
}
