using AppelAide.Host.Console.Plots;

namespace AppelAide.Host.Tests.Console.Plots;

public sealed class GraphLayoutTests
{
    [Fact]
    public void What_leads_on_is_below_and_what_leads_back_is_told()
    {
        var layers = new GraphLayers(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"), ("c", "c"), ("c", "d")]);
        Assert.Equal([0, 1, 2, 3], new[] { "a", "b", "c", "d" }.Select(node => layers.Of[node]));
        Assert.True(layers.IsBack("c", "a"));
        Assert.True(layers.IsBack("c", "c"));
        Assert.False(layers.IsBack("a", "c"));
    }

    [Fact]
    public void Boxes_never_overlap_and_ways_go_down_whatever_the_graph()
    {
        var random = new Random(20261122);
        for (var graph = 0; graph < 60; graph++)
        {
            var nodes = Enumerable.Range(0, random.Next(1, 45)).Select(n => $"n{n}").ToArray();
            var edges = Enumerable.Range(0, random.Next(0, 90)).Select(_ => (nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)])).Distinct().ToArray();
            var layout = new GraphLayout(nodes, edges);
            foreach (var row in nodes.Select(layout.Box).GroupBy(box => box.Y))
            {
                var sorted = row.Select(box => box.X).Order().ToArray();
                for (var i = 1; i < sorted.Length; i++) Assert.True(sorted[i] - sorted[i - 1] >= GraphLayout.BoxWidth, $"graph {graph}: {sorted[i - 1]} and {sorted[i]}");
            }

            Assert.All(nodes.Select(layout.Box), box =>
            {
                Assert.InRange(box.X - (GraphLayout.BoxWidth / 2), 0, layout.Width);
                Assert.InRange(box.X + (GraphLayout.BoxWidth / 2), 0, layout.Width);
                Assert.InRange(box.Y + GraphLayout.BoxHeight, 0, layout.Height);
            });
            foreach (var (from, to) in edges.Where(edge => !layout.Layers.IsBack(edge.Item1, edge.Item2)))
            {
                var way = layout.Way(from, to);
                Assert.True(way.Zip(way.Skip(1)).All(pair => pair.First.Y < pair.Second.Y));
            }
        }
    }

    [Fact]
    public void A_dialogue_of_a_thousand_steps_in_a_row_is_drawn_too()
    {
        var nodes = Enumerable.Range(0, 1000).Select(n => $"n{n}").ToArray();
        var layout = new GraphLayout(nodes, [.. nodes.Zip(nodes.Skip(1))]);
        Assert.Equal(1000, nodes.Select(node => layout.Box(node).Y).Distinct().Count());
    }
}
