namespace AppelAide.Host.Console.Plots;

/// <summary>A bar in a table's row: the number is beside it.</summary>
internal static class BarPlot
{
    /// <summary>Draws it.</summary>
    /// <param name="most">The greatest of the column: its bar is whole.</param>
    /// <param name="parts">Values and their classes, one after another.</param>
    public static Svg Draw(long most, params ReadOnlySpan<(string Kind, long Value)> parts)
    {
        var bars = new List<System.Xml.Linq.XElement>();
        double at = 0;
        foreach (var (kind, value) in parts)
        {
            var width = most > 0 ? 100.0 * Math.Clamp(value, 0, most) / most : 0;
            if (width <= 0) continue;
            bars.Add(Svg.Element("rect", kind, ("x", at), ("y", 0.0), ("width", width), ("height", 10.0)));
            at += width;
        }

        return Svg.Ornament("bar", 100, 10, bars);
    }
}
