using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Figures;

/// <summary>What the pages of figures have in common: a period of whole weeks in the address, and names for places.</summary>
internal abstract class FiguresPage(DirectorySource directory) : ConsolePageModel
{
    private const int WeeksAtFirst = 12;

    /// <summary>The weeks shown.</summary>
    public FigurePeriod Period { get; private set; } = FigurePeriod.Of(DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>Filters of the page besides the period: kept when it changes.</summary>
    public virtual IEnumerable<(string Name, string Value)> Filters => [];

    /// <summary>Where the period's form leads: the page itself.</summary>
    public string Here => Request.Path;

    /// <summary>The weeks of the address, or the last ones.</summary>
    protected void Read(DateOnly? from, DateOnly? to)
    {
        var today = DateOnly.FromDateTime(Now.DateTime);
        var last = to ?? today;
        Period = from is { } first ? FigurePeriod.Of(first, last) : FigurePeriod.UpTo(last, WeeksAtFirst);
    }

    /// <summary>The address of a page of figures, for the same weeks.</summary>
    public string Address(string path, params ReadOnlySpan<(string Name, string Value)> filters) => Address(path, Period, filters);

    /// <summary>The address of a page of figures, for other weeks.</summary>
    public static string Address(string path, FigurePeriod period, params ReadOnlySpan<(string Name, string Value)> filters)
    {
        var address = $"{path}?from={FigureSpan.Text(period.From)}&to={FigureSpan.Text(period.To)}";
        foreach (var (name, value) in filters) address += $"&{name}={Uri.EscapeDataString(value)}";
        return address;
    }

    /// <summary>The address of this page with its filters, for the last weeks.</summary>
    public string Last(int weeks) => Address(Here, FigurePeriod.UpTo(DateOnly.FromDateTime(Now.DateTime), weeks), [.. Filters]);

    /// <summary>Words in the language of the page.</summary>
    public string Say(Bilingual words) => T(words.Fr, words.En);

    /// <summary>The name of a place.</summary>
    public string PlaceName(string id) =>
        id.Length == 0 ? T("Endroit non précisé", "Place not told") : directory.Current.Places.Find(id) is { } place ? directory.Current.Places.Label(place) : id;

    /// <summary>The places that can be chosen: those with figures.</summary>
    protected IReadOnlyList<(string Id, string Name)> Named(IEnumerable<string> places) =>
        [.. places.Select(id => (id, PlaceName(id))).OrderBy(place => place.id.Length == 0).ThenBy(place => place.Item2, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-CA"), ignoreCase: true))];

    /// <summary>A week by its Monday, as short as under a plot: "23 nov." is told in full in the table.</summary>
    public string ShortWeek(DateOnly monday) => Language == "en" ? $"{monday:MM}/{monday:dd}" : $"{monday:dd}/{monday:MM}";

    /// <summary>Of a hundred.</summary>
    public string Percent(long part, long all) => all > 0 ? $"{Words.Number((long)Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero))}{T("\u00A0%", "%")}" : T("aucun", "none");

    /// <summary>A rate with one digit after the point.</summary>
    public string Rate(double percent) => percent.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace(".", T(",", "."), StringComparison.Ordinal) + T("\u00A0%", "%");
}
