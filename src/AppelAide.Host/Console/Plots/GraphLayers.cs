namespace AppelAide.Host.Console.Plots;

/// <summary>
/// In which layer each node of a graph stands: below all that lead to it, but for the ways that lead back. The first step of Sugiyama's way to draw
/// graphs (Sugiyama, Tagawa and Toda 1981).
/// </summary>
internal sealed class GraphLayers
{
    private readonly Dictionary<string, List<string>> next;
    private readonly HashSet<(string From, string To)> back = [];
    private readonly Dictionary<string, int> state = [];
    private readonly List<string> finished = [];

    /// <param name="nodes">All nodes, the one to begin with first.</param>
    /// <param name="edges">All ways.</param>
    public GraphLayers(IReadOnlyList<string> nodes, IEnumerable<(string From, string To)> edges)
    {
        next = nodes.ToDictionary(node => node, _ => new List<string>());
        foreach (var (from, to) in edges)
        {
            if (from != to && next.ContainsKey(to) && next.TryGetValue(from, out var targets) && !targets.Contains(to)) targets.Add(to);
        }

        foreach (var node in nodes) Visit(node);
        Of = nodes.ToDictionary(node => node, _ => 0);
        foreach (var node in Enumerable.Reverse(finished))
        {
            foreach (var to in next[node].Where(to => !IsBack(node, to))) Of[to] = Math.Max(Of[to], Of[node] + 1);
        }
    }

    /// <summary>The layer of each node; 0 is the top.</summary>
    public Dictionary<string, int> Of { get; }

    /// <summary>Whether a way leads back up.</summary>
    public bool IsBack(string from, string to) => from == to || back.Contains((from, to));

    // Without recursion: a dialogue may be a thousand nodes long.
    private void Visit(string root)
    {
        if (state.ContainsKey(root)) return;
        var way = new Stack<(string Node, int At)>();
        way.Push((root, 0));
        state[root] = 1;
        while (way.TryPop(out var step))
        {
            if (step.At == next[step.Node].Count)
            {
                state[step.Node] = 2;
                finished.Add(step.Node);
                continue;
            }

            way.Push((step.Node, step.At + 1));
            var to = next[step.Node][step.At];
            if (state.TryGetValue(to, out var known))
            {
                if (known == 1) back.Add((step.Node, to));
                continue;
            }

            state[to] = 1;
            way.Push((to, 0));
        }
    }
}
