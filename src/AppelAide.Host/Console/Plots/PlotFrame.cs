using System.Xml.Linq;

namespace AppelAide.Host.Console.Plots;

/// <summary>What columns and lines have in common: the ground, the lines of the scale and the words under it.</summary>
internal sealed class PlotFrame(IReadOnlyList<string> labels, long most, Func<long, string> number)
{
    /// <summary>The width of the drawing.</summary>
    public const double Width = 760;

    /// <summary>Its height.</summary>
    public const double Height = 250;

    private const double Left = 62;
    private const double Right = 8;
    private const double Above = 14;
    private const double Below = 34;

    /// <summary>Labels closer than that would run into each other.</summary>
    private const double LabelWidth = 74;

    private readonly PlotScale scale = new(most);

    /// <summary>The width of one label's room.</summary>
    public double Room => (Width - Left - Right) / Math.Max(1, labels.Count);

    /// <summary>Where nothing is.</summary>
    public static double Ground => Height - Below;

    /// <summary>The middle of a label's room.</summary>
    public double X(int index) => Left + (Room * (index + 0.5));

    /// <summary>The height of a value.</summary>
    public double Y(long value) => Ground - ((Ground - Above) * value / scale.Top);

    /// <summary>Its elements; what is shown comes after.</summary>
    public IEnumerable<XElement> Elements()
    {
        foreach (var line in scale.Lines)
        {
            yield return Svg.Element("line", line == 0 ? "ground" : "grid", ("x1", Left), ("x2", Width - Right), ("y1", Y(line)), ("y2", Y(line)));
            yield return Svg.Words("tick end", Left - 8, Y(line) + 4, number(line));
        }

        var every = Math.Max(1, (int)Math.Ceiling(LabelWidth / Room));
        for (var i = 0; i < labels.Count; i += every) yield return Svg.Words("tick middle", X(i), Height - 12, labels[i]);
    }
}
