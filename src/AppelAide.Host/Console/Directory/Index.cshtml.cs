using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Directory.Search;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Directory;

/// <summary>The directory, searched as the line does (a need, near a place) and by words.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel(DirectorySource source, Func<Script> scripts, FreshnessStore freshness) : ConsolePageModel
{
    private const int PageSize = 25;
    private const int LongestText = 200;

    /// <summary>Words of the name or of the organization.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Said { get; set; }

    /// <summary>The need.</summary>
    [BindProperty(SupportsGet = true, Name = "need")]
    public string? Need { get; set; }

    /// <summary>Where the citizen lives.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceText { get; set; }

    /// <summary>Only what is open now.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public bool OpenOnly { get; set; }

    /// <summary>How many results come before.</summary>
    [BindProperty(SupportsGet = true, Name = "skip")]
    public int Skip { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<FoundService> Found { get; private set; } = [];

    /// <summary>Whether more comes after.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The place that was understood; null for none.</summary>
    public Place? Place { get; private set; }

    /// <summary>Other places that the words may mean.</summary>
    public IReadOnlyList<Place> OtherPlaces { get; private set; } = [];

    /// <summary>The needs that can be asked for, by their label.</summary>
    public IReadOnlyList<(string Id, string Label, bool IsFamily)> Needs { get; private set; } = [];

    /// <summary>How many records citizens reported wrong.</summary>
    public long Reported { get; private set; }

    /// <summary>Whether anything was asked.</summary>
    public bool IsAsked => Text(Said).Length + Text(Need).Length > 0;

    /// <summary>The directory.</summary>
    public DirectorySnapshot Snapshot { get; } = source.Current;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var labels = new NeedLabels(scripts(), Language);
        Needs = [.. labels.Families(Snapshot.Taxonomy.All).SelectMany(family => family.Needs.Select(need => (need, labels.Of(need), need == family.Family)))];
        Reported = await freshness.CountOpenAsync(ct);
        Skip = Math.Clamp(Skip, 0, 10_000);
        if (Text(PlaceText) is { Length: > 0 } where)
        {
            var match = Snapshot.Finder.FromText(where);
            Place = match.Places.FirstOrDefault();
            OtherPlaces = [.. match.Places.Skip(1)];
        }

        List<FoundService> found = [];
        if (Text(Need) is { Length: > 0 } asked && Snapshot.Taxonomy.Contains(asked))
            found = ByNeed(asked);
        else if (Text(Said).Length > 0)
            found = [.. ByWords().Skip(Skip).Take(PageSize + 1)];
        HasMore = found.Count > PageSize;
        Found = [.. found.Take(PageSize)];
    }

    /// <summary>The label of a place.</summary>
    public string LabelOf(Place place) => Snapshot.Places.Label(place);

    /// <summary>Whether a door is open now, as the line says it.</summary>
    public string Opening(ServiceSite site) => OpeningWords.Of(site, Snapshot, Now, Words);

    /// <summary>The address of another page of the results.</summary>
    public string PageAt(int skip) =>
        $"/console/directory?q={Uri.EscapeDataString(Text(Said))}&need={Uri.EscapeDataString(Text(Need))}&place={Uri.EscapeDataString(Text(PlaceText))}{(OpenOnly ? "&open=true" : "")}&skip={Math.Max(0, skip)}";

    /// <summary>How many results there are on a page.</summary>
    public static int Size => PageSize;

    // With words too, they choose among those of the need.
    private List<FoundService> ByNeed(string need)
    {
        var words = Folded();
        var near = Snapshot.Services.Near(new ServiceQuery(need, Place, Language, Now, OpenOnly), words.Length == 0 ? Skip : 0, words.Length == 0 ? PageSize + 1 : 500);
        return words.Length == 0 ? [.. near] : [.. near.Where(found => Says(found.Service, words)).Skip(Skip).Take(PageSize + 1)];
    }

    private IEnumerable<FoundService> ByWords()
    {
        var words = Folded();
        return Snapshot.AllServices
            .Where(service => Says(service, words))
            .OrderBy(service => FoldedNames.Of(Snapshot)[service.Id], StringComparer.Ordinal).ThenBy(service => service.Id, StringComparer.Ordinal)
            .Select(service => new FoundService(service, Best(service), null))
            .Where(found => !OpenOnly || found.Site.Hours.At(Local(found.Site)).IsOpen);
    }

    private ServiceSite Best(Service service) => Place is null ? service.Sites[0] : service.Sites.MinBy(site => site.Location is { } there ? Distance.Between(Place, there) ?? double.MaxValue : double.MaxValue)!;

    private DateTime Local(ServiceSite site) => TimeZoneInfo.ConvertTime(Now, Snapshot.Places.TimeZoneOf(site.Location?.PlaceId ?? "")).DateTime;

    private string[] Folded() => TextFolding.Fold(Text(Said)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool Says(Service service, string[] words)
    {
        var text = FoldedNames.Of(Snapshot)[service.Id];
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    private static string Text(string? typed) => (typed ?? "").Trim() is var text && text.Length > LongestText ? text[..LongestText] : (typed ?? "").Trim();
}
