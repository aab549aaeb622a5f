using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;

namespace AppelAide.Host.Console.Calls;

/// <summary>The call log: what is filtered stays in the address, and a page leads to the one before and after.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel(CallSearch search, CallQueryReader queries, TagStore tags, ScriptLibrary scripts, DirectorySource directory) : ConsolePageModel
{
    /// <summary>The address of the log.</summary>
    public const string Path = "/console/calls";

    private const int OnAPage = 50;

    /// <summary>What was asked for.</summary>
    public CallQuery Query { get; private set; } = null!;

    /// <summary>What was found.</summary>
    public CallPage Found { get; private set; } = CallPage.Empty;

    /// <summary>Tags to choose from.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>The scripts, whose words name the steps and the needs.</summary>
    public Script Script => scripts.Live;

    /// <summary>Whether a filter is in use that is not among the first ones.</summary>
    public bool UsesMore => Query.Values.Keys.Any(name => name is not ("from" or "to" or "outcome" or "place"));

    /// <summary>The filters that are asked for every day.</summary>
    public IEnumerable<(string Address, Bilingual Name)> Shortcuts
    {
        get
        {
            var (today, yesterday) = (Iso(0), Iso(-1));
            yield return ($"{Path}?from={today}", new("Aujourd'hui", "Today"));
            yield return ($"{Path}?from={yesterday}&to={yesterday}", new("Hier", "Yesterday"));
            yield return ($"{Path}?from={yesterday}&outcome=abandoned&to={yesterday}", new("Abandonnés hier", "Gave up yesterday"));
            yield return ($"{Path}?outcome=voicemail", new("Messages laissés", "Voice messages"));
            yield return ($"{Path}?topic=unknown", new("Pas compris", "Not understood"));
            yield return ($"{Path}?outcome=emergency", new("Urgences", "Emergencies"));
        }
    }

    public async Task OnGetAsync(string? before, string? after, CancellationToken ct)
    {
        Query = queries.Read(field => Request.Query[field]);
        var isForward = Number(after) is null;
        Found = await search.FindAsync(Query.Filter, isForward ? Number(before) : Number(after), isForward, OnAPage, ct);
        Tags = await tags.LatestAsync(100, ct);
    }

    /// <summary>The page after this one; from where the search stopped, when it did.</summary>
    public string Older => Query.Address(Path, "before", Text(Found.SearchedTo is { } reached && Found.Entries.Count == 0 ? reached.No : (Found.SearchedTo?.No ?? Found.Entries[^1].No)));

    /// <summary>The page before this one.</summary>
    public string Newer => Query.Address(Path, "after", Text(Found.Entries[0].No));

    /// <summary>Where somebody calls from; empty when that is not known.</summary>
    public string Town(CallLogEntry entry) => entry.PlaceId is { } place ? directory.Current.Places.Town(place) : "";

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Iso(int days) => Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
