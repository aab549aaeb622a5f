using System.Text;
using System.Xml.Linq;

namespace AppelAide.Host.Console.Plots;

/// <summary>Boxes and the ways between them; the more went, the thicker.</summary>
internal static class GraphPlot
{
    private const double Thickest = 9;
    private const double LineHeight = 17;

    /// <summary>A box has room for about as many letters in a line; what is cut off is in its title.</summary>
    private const int Letters = 26;

    /// <summary>Draws them.</summary>
    /// <param name="title">What is shown, in a sentence.</param>
    /// <param name="nodes">All nodes, the one to begin with first.</param>
    /// <param name="edges">All ways.</param>
    /// <param name="number">How a number is written.</param>
    public static Svg Draw(string title, IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, Func<long, string> number)
    {
        // Where most went decides who is a detour.
        var layout = new GraphLayout(
            [.. nodes.Select(node => node.Id)], [.. edges.OrderByDescending(edge => edge.Count).Select(edge => (edge.From, edge.To))]);
        var known = nodes.Select(node => node.Id).ToHashSet();
        var shown = edges.Where(edge => known.Contains(edge.From) && known.Contains(edge.To) && edge.From != edge.To).OrderBy(edge => edge.Count).ToList();
        var most = Math.Max(1, shown.Select(edge => edge.Count).DefaultIfEmpty(0).Max());
        return Svg.Picture(
            "graph",
            layout.Width,
            layout.Height,
            title,
            [.. shown.Select(edge => Way(edge, layout, most)), .. nodes.Select(node => Box(node, layout)), .. shown.Where(edge => edge.Count > 0).Select(edge => Label(edge, layout, number))]);
    }

    private static XElement Way(GraphEdge edge, GraphLayout layout, long most)
    {
        var isBack = layout.Layers.IsBack(edge.From, edge.To);
        var kind = edge.Count == 0 ? "way never" : isBack ? "way back" : "way";
        var path = isBack ? Around(layout, edge) : Down(layout.Way(edge.From, edge.To));
        var width = edge.Count == 0 ? 1 : 1.2 + ((Thickest - 1.2) * Math.Sqrt((double)edge.Count / most));
        return Svg.Element("path", kind, ("d", path), ("stroke-width", width));
    }

    private static string Down(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder($"M{Svg.N(points[0].X)} {Svg.N(points[0].Y)}");
        for (var i = 1; i < points.Count; i++)
        {
            var ((x, y), (toX, toY)) = (points[i - 1], points[i]);
            var middle = (y + toY) / 2;
            path.Append(null, $"C{Svg.N(x)} {Svg.N(middle)} {Svg.N(toX)} {Svg.N(middle)} {Svg.N(toX)} {Svg.N(toY)}");
        }

        return path.ToString();
    }

    /// <summary>Out at the right of a box, and in at the right of one above.</summary>
    private static string Around(GraphLayout layout, GraphEdge edge)
    {
        var (x, y, toX, toY, far) = Turn(layout, edge);
        return $"M{Svg.N(x)} {Svg.N(y)}C{Svg.N(far)} {Svg.N(y)} {Svg.N(far)} {Svg.N(toY)} {Svg.N(toX)} {Svg.N(toY)}";
    }

    private static (double X, double Y, double ToX, double ToY, double Far) Turn(GraphLayout layout, GraphEdge edge)
    {
        var ((x, y), (toX, toY)) = (layout.Box(edge.From), layout.Box(edge.To));
        x += GraphLayout.BoxWidth / 2;
        toX += GraphLayout.BoxWidth / 2;
        return (x, y + (GraphLayout.BoxHeight * 0.4), toX, toY + (GraphLayout.BoxHeight * 0.6), Math.Max(x, toX) + 30);
    }

    private static XElement Label(GraphEdge edge, GraphLayout layout, Func<long, string> number)
    {
        if (layout.Layers.IsBack(edge.From, edge.To))
        {
            var turn = Turn(layout, edge);
            return Svg.Words("count middle", (turn.X + turn.ToX + (6 * turn.Far)) / 8, ((turn.Y + turn.ToY) / 2) + 4, number(edge.Count));
        }

        // Near its end, where ways from one box have parted.
        var way = layout.Way(edge.From, edge.To);
        var ((x, y), (toX, toY)) = (way[^2], way[^1]);
        return Svg.Words("count middle", (x * 0.26) + (toX * 0.74), (y * 0.34) + (toY * 0.66) + 4, number(edge.Count));
    }

    private static XElement Box(GraphNode node, GraphLayout layout)
    {
        var (x, y) = layout.Box(node.Id);
        var box = Svg.Element("g", $"box {node.Kind}".TrimEnd());
        box.Add(Svg.Title(string.Join('\n', node.Lines)));
        box.Add(Svg.Element("rect", "", ("x", x - (GraphLayout.BoxWidth / 2)), ("y", y), ("width", GraphLayout.BoxWidth), ("height", GraphLayout.BoxHeight), ("rx", 8.0)));
        var name = Wrapped(node.Lines[0]);
        string[] lines = [.. name, .. node.Lines.Skip(1)];
        var first = y + (GraphLayout.BoxHeight / 2) + 5 - (LineHeight * (lines.Length - 1) / 2);
        foreach (var (index, line) in lines.Index())
            box.Add(Svg.Words(index < name.Length ? "name middle" : "middle", x, first + (index * LineHeight), line.Length > Letters ? $"{line[..(Letters - 1)]}…" : line));
        return box;
    }

    /// <summary>A name in two lines, where one has no room for it.</summary>
    private static string[] Wrapped(string name) =>
        name.Length > Letters && name.LastIndexOf(' ', Letters) is > 0 and var space ? [name[..space], name[(space + 1)..]] : [name];
}
