using System.Globalization;
using System.Xml.Linq;
using AppelAide.Host.Console.Plots;

namespace AppelAide.Host.Tests.Console.Plots;

public sealed class PlotTests
{
    private static readonly string[] Labels = ["1", "2", "3"];

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 3)]
    [InlineData(17, 5, 20)]
    [InlineData(100, 50, 100)]
    [InlineData(1_000_001, 500_000, 1_500_000)]
    public void A_scale_is_a_few_even_steps_that_hold_all(long most, long step, long top)
    {
        var scale = new PlotScale(most);
        Assert.Equal((step, top), (scale.Step, scale.Top));
        Assert.InRange(scale.Lines.Count(), 2, 7);
    }

    [Fact]
    public void Columns_stand_on_each_other_and_are_as_high_as_their_numbers()
    {
        var svg = Read(ColumnPlot.Draw("t", Labels, [new("a", "one", [10, 0, 20]), new("b", "two", [10, 5, 0])], N));
        var bars = svg.Elements("rect").ToList();
        Assert.Equal(4, bars.Count);
        Assert.Equal(Number(bars[0], "y"), Number(bars[1], "y") + Number(bars[1], "height"), 0.2);
        Assert.Equal(Number(bars[0], "height") * 2, Number(bars[3], "height"), 0.3);
        Assert.Equal("img", svg.Attribute("role")!.Value);
    }

    [Fact]
    public void A_line_has_a_point_for_each_label_and_nothing_is_at_the_ground()
    {
        var svg = Read(LinePlot.Draw("t", Labels, [new("a", "one", [0, 4, 8])], N));
        var points = svg.Element("polyline")!.Attribute("points")!.Value.Split(' ');
        Assert.Equal(3, points.Length);
        Assert.EndsWith("," + Svg.N(PlotFrame.Ground), points[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_its_words_hold_a_drawing_is_words_and_has_no_style_of_its_own()
    {
        const string Bad = "<script>alert('é')</script>\"&\u0001\uD800";
        var text = GraphPlot.Draw(Bad, [new(Bad, [Bad, Bad], Bad), new("b", [Bad], "")], [new(Bad, "b", 3)], N).ToString();
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", text, StringComparison.OrdinalIgnoreCase);
        XElement.Parse(text);
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_line_takes_two_and_is_whole_in_the_title_of_its_box()
    {
        const string Long = "Proche sans nom : pas inscrit à la formation demandée";
        var text = GraphPlot.Draw("t", [new("a", [Long, "3 passages"], "")], [], N).ToString();
        Assert.Contains($"<title>{Long}\n3 passages</title>", text, StringComparison.Ordinal);
        Assert.Contains(">Proche sans nom : pas</text>", text, StringComparison.Ordinal);
        Assert.Contains(">inscrit à la formation de…</text>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_show_is_shown_as_nothing()
    {
        Read(ColumnPlot.Draw("t", [], [new("a", "one", [])], N));
        Read(LinePlot.Draw("t", [], [new("a", "one", [])], N));
        Read(GraphPlot.Draw("t", [], [], N));
        Assert.Empty(Read(BarPlot.Draw(0, ("one", 0))).Elements());
    }

    [Fact]
    public void A_bar_never_leaves_its_cell()
    {
        var bar = Assert.Single(Read(BarPlot.Draw(10, ("one", 99))).Elements());
        Assert.Equal("100", bar.Attribute("width")!.Value);
    }

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static XElement Read(Svg svg) => XElement.Parse(svg.ToString());

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
