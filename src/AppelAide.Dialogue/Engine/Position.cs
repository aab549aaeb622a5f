namespace AppelAide.Dialogue.Engine;

/// <summary>A place in a script.</summary>
/// <param name="Dialogue">The dialogue's name.</param>
/// <param name="Node">The node's name.</param>
/// <param name="Step">The step in the node, from 0.</param>
public readonly record struct Position(string Dialogue, string Node, int Step)
{
    /// <summary><c>dialogue.node</c>.</summary>
    public string NodeId => $"{Dialogue}.{Node}";
}
