using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trainings;

/// <summary>The calendar, and trainings searched in a citizen's own words as the line does.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel(SessionBook book, DirectorySource source, Func<Script> scripts, NoticeDesk notices) : ConsolePageModel
{
    private const int PageSize = 50;
    private const int MostFound = 25;
    private const int LongestText = 200;

    /// <summary>What a citizen would say.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Said { get; set; }

    /// <summary>Where the citizen lives, or where sessions are.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceText { get; set; }

    /// <summary>The first date, yyyy-MM-dd.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>The last date, yyyy-MM-dd.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>What kind.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>How many sessions come before.</summary>
    [BindProperty(SupportsGet = true, Name = "skip")]
    public int Skip { get; set; }

    /// <summary>What the line would tell of, best first.</summary>
    public ImmutableArray<FoundSession> Found { get; private set; } = [];

    /// <summary>What the line understood of the words; empty for nothing.</summary>
    public string Understood { get; private set; } = "";

    /// <summary>What of the wish is given up, because nothing fulfils it all; empty for nothing.</summary>
    public string GivenUp { get; private set; } = "";

    /// <summary>The sessions of the calendar.</summary>
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    /// <summary>How many sessions there are.</summary>
    public int Count { get; private set; }

    /// <summary>The place that was understood; null for none.</summary>
    public Place? Place { get; private set; }

    /// <summary>How many people do not know of a change yet.</summary>
    public int Unreached { get; private set; }

    /// <summary>Whether words were given.</summary>
    public bool IsAsked => Text(Said).Length > 0;

    /// <summary>The directory.</summary>
    public DirectorySnapshot Snapshot { get; } = source.Current;

    /// <summary>How many sessions there are on a page.</summary>
    public static int Size => PageSize;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Text(PlaceText) is { Length: > 0 } where) Place = Snapshot.Finder.FromText(where).Places.FirstOrDefault();
        if (IsAsked) Search();
        var today = DateOnly.FromDateTime(Now.DateTime);
        var filter = new SessionFilter(
            DateOf(From) ?? today, DateOf(To), Place, SessionWords.Kinds.Contains(Kind) ? Kind : null);
        var all = await book.ListAsync(filter, ct);
        Count = all.Count;
        Skip = Math.Clamp(Skip, 0, Math.Max(0, Count - 1));
        Sessions = [.. all.Skip(Skip).Take(PageSize)];
        Unreached = May(Policies.Act) ? (await notices.ListAsync(ct)).Count : 0;
    }

    /// <summary>The address of another page.</summary>
    public string PageAt(int skip) =>
        $"/console/trainings?q={Uri.EscapeDataString(Text(Said))}&place={Uri.EscapeDataString(Text(PlaceText))}&from={Uri.EscapeDataString(From ?? "")}&to={Uri.EscapeDataString(To ?? "")}&kind={Uri.EscapeDataString(Kind ?? "")}&skip={Math.Max(0, skip)}";

    /// <summary>A date of the address as the field shows it.</summary>
    public static string Shown(string? date) => DateOf(date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // A place may be said with the words, as to the line.
    private void Search()
    {
        var known = WishWords.Of(scripts());
        var reading = new WishReader(known).Read(Text(Said), Now);
        var match = Place is null ? Snapshot.Finder.FromText(reading.Rest) : null;
        if (match is { Places: [var first, ..], IsSure: true }) Place = first;
        var wish = reading.Wish.About.Length > 0 && Snapshot.Finder.FromText(reading.Wish.About).IsSure ? reading.Wish with { About = "" } : reading.Wish;
        var labels = new WishLabel(known, DateOnly.FromDateTime(Now.DateTime), Channel.Sms);
        Understood = Tell(labels.Of(wish, (WishParts)(-1)));
        var (sessions, dropped) = Snapshot.Ranked.Next(Snapshot, known, Place, wish, Language, Now);
        GivenUp = dropped == WishParts.None ? "" : Tell(labels.Of(wish, dropped));
        Found = [.. sessions.Take(MostFound)];
    }

    private string Tell(Bilingual words) => T(words.Fr, words.En);

    private static DateOnly? DateOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Text(string? typed) => (typed ?? "").Trim() is { Length: > LongestText } text ? text[..LongestText] : (typed ?? "").Trim();
}
