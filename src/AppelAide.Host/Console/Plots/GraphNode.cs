namespace AppelAide.Host.Console.Plots;

/// <summary>A box of a graph.</summary>
/// <param name="Id">Its name in the edges.</param>
/// <param name="Lines">Its words: the first is its title.</param>
/// <param name="Kind">Its class.</param>
internal sealed record GraphNode(string Id, IReadOnlyList<string> Lines, string Kind);
