namespace AppelAide.Host.Console.Plots;

/// <summary>A way of a graph.</summary>
/// <param name="From">A node.</param>
/// <param name="To">Another, or the same.</param>
/// <param name="Count">How many went: the thickness of its line. 0 is a way that is there and was not taken.</param>
internal sealed record GraphEdge(string From, string To, long Count);
