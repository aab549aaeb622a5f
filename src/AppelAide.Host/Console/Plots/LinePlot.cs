using System.Xml.Linq;

namespace AppelAide.Host.Console.Plots;

/// <summary>Lines from label to label, with a dot at each.</summary>
internal static class LinePlot
{
    /// <summary>More dots than that are a smear.</summary>
    private const int MostDots = 60;

    /// <summary>Draws them.</summary>
    /// <param name="title">What is shown, in a sentence.</param>
    /// <param name="labels">Under the lines.</param>
    /// <param name="series">A line each.</param>
    /// <param name="number">How a number is written.</param>
    public static Svg Draw(string title, IReadOnlyList<string> labels, IReadOnlyList<PlotSeries> series, Func<long, string> number)
    {
        var frame = new PlotFrame(labels, series.SelectMany(one => one.Values).DefaultIfEmpty(0).Max(), number);
        return Svg.Picture("plot", PlotFrame.Width, PlotFrame.Height, title, [.. frame.Elements(), .. series.SelectMany(Line)]);

        IEnumerable<XElement> Line(PlotSeries one)
        {
            if (one.Values.Count == 0) yield break;
            yield return Svg.Element("polyline", one.Kind, ("points", string.Join(' ', one.Values.Select((value, i) => $"{Svg.N(frame.X(i))},{Svg.N(frame.Y(value))}"))));
            if (one.Values.Count > MostDots) yield break;
            for (var i = 0; i < one.Values.Count; i++) yield return Svg.Element("circle", one.Kind, ("cx", frame.X(i)), ("cy", frame.Y(one.Values[i])), ("r", 3.5));
        }
    }
}
