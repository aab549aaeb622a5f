using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Console.Plots;
using AppelAide.Host.Directory;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Figures;

/// <summary>How the line does: calls, texts and people by week, place and language; what became of them, and how soon.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel(FiguresReader figures, DirectorySource directory) : FiguresPage(directory)
{
    /// <summary>As many places as are shown at first.</summary>
    public const int PlacesAtFirst = 15;

    /// <summary>The figures.</summary>
    public PeriodFigures Figures { get; private set; } = null!;

    /// <summary>The place whose weeks are shown; null for everywhere, empty for those where none was told.</summary>
    public string? Place { get; private set; }

    /// <summary>Whether all places are listed.</summary>
    public bool AllPlaces { get; private set; }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Filters => Place is { } place ? [("place", place)] : [];

    /// <summary>Calls that came in.</summary>
    public long Calls => Figures.Languages.Sum(part => part.Calls);

    /// <summary>Exchanges of texts.</summary>
    public long Texts => Figures.Languages.Sum(part => part.Texts);

    /// <summary>Those that ended before anything was obtained.</summary>
    public long Abandoned => Figures.Languages.Sum(part => part.Abandoned);

    /// <summary>Calls and texts by week.</summary>
    public Svg WeekPlot => ColumnPlot.Draw(
        T("Appels et textos par semaine; les nombres sont dans le tableau qui suit.", "Calls and texts by week; the numbers are in the table that follows."),
        [.. Figures.Weeks.Select(week => ShortWeek(week.Monday))],
        [
            new(T("Appels", "Calls"), "one", [.. Figures.Weeks.Select(week => week.Calls)]),
            new(T("Textos", "Texts"), "two", [.. Figures.Weeks.Select(week => week.Texts)]),
        ],
        Words.Number);

    /// <summary>People by week.</summary>
    public Svg PeoplePlot => LinePlot.Draw(
        T("Personnes différentes par semaine; les nombres sont dans le tableau qui suit.", "Different people by week; the numbers are in the table that follows."),
        [.. Figures.Weeks.Select(week => ShortWeek(week.Monday))],
        [new(T("Personnes", "People"), "one", [.. Figures.Weeks.Select(week => week.People)])],
        Words.Number);

    /// <summary>The time within which a share of answers came, in words.</summary>
    public string Within(double share) => Figures.Answers.Sum() == 0 ? T("aucune", "none")
        : AnswerTimes.Within(Figures.Answers, share) is { } seconds ? Words.Seconds(seconds) : T($"plus de {Words.Seconds(AnswerTimes.Limits[^1])}", $"over {Words.Seconds(AnswerTimes.Limits[^1])}");

    /// <summary>A column of <see cref="AnswerTimes"/> in words.</summary>
    public string Bucket(int column) =>
        column == 0 ? T($"{Words.Seconds(AnswerTimes.Limits[0])} ou moins", $"{Words.Seconds(AnswerTimes.Limits[0])} or less")
        : column == AnswerTimes.Limits.Length ? T($"plus de {Words.Seconds(AnswerTimes.Limits[^1])}", $"over {Words.Seconds(AnswerTimes.Limits[^1])}")
        : T($"de {Words.Seconds(AnswerTimes.Limits[column - 1])} à {Words.Seconds(AnswerTimes.Limits[column])}", $"{Words.Seconds(AnswerTimes.Limits[column - 1])} to {Words.Seconds(AnswerTimes.Limits[column])}");

    /// <summary>The name of a language.</summary>
    public string LanguageName(string language) => language == "en" ? T("Anglais", "English") : language == "fr" ? T("Français", "French") : language;

    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, string? place, bool all, CancellationToken ct)
    {
        Read(from, to);
        // An empty field of the address is the places where none was told; one that is not there is everywhere.
        Place = Request.Query.ContainsKey("place") ? place ?? "" : null;
        if (Place is { Length: > 100 }) return NotFound();
        AllPlaces = all;
        Figures = await figures.ReadAsync(Period, Place, ct);
        return Page();
    }
}
