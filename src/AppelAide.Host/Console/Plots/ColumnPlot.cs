using System.Xml.Linq;

namespace AppelAide.Host.Console.Plots;

/// <summary>Columns, one series on top of the other.</summary>
internal static class ColumnPlot
{
    private const double Widest = 46;

    /// <summary>Draws them.</summary>
    /// <param name="title">What is shown, in a sentence.</param>
    /// <param name="labels">Under the columns.</param>
    /// <param name="series">The first is at the bottom.</param>
    /// <param name="number">How a number is written.</param>
    public static Svg Draw(string title, IReadOnlyList<string> labels, IReadOnlyList<PlotSeries> series, Func<long, string> number)
    {
        var most = labels.Select((_, i) => series.Sum(one => one.Values[i])).DefaultIfEmpty(0).Max();
        var frame = new PlotFrame(labels, most, number);
        return Svg.Picture("plot", PlotFrame.Width, PlotFrame.Height, title, [.. frame.Elements(), .. Columns()]);

        IEnumerable<XElement> Columns()
        {
            var width = Math.Min(frame.Room * 0.72, Widest);
            for (var i = 0; i < labels.Count; i++)
            {
                long below = 0;
                foreach (var one in series)
                {
                    var value = one.Values[i];
                    if (value <= 0) continue;
                    var top = frame.Y(below + value);
                    yield return Svg.Element("rect", one.Kind, ("x", frame.X(i) - (width / 2)), ("y", top), ("width", width), ("height", Math.Max(0.5, frame.Y(below) - top)));
                    below += value;
                }
            }
        }
    }
}
