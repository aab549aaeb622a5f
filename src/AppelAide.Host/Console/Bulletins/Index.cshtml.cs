using AppelAide.Host.Bulletins;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Bulletins;

/// <summary>The bulletins, the latest first.</summary>
[Authorize(Policy = Policies.Coordinate)]
internal sealed class IndexModel(BulletinService bulletins) : ConsolePageModel
{
    private const int PageSize = 50;
    private const int MostSkipped = 1_000_000;

    private BulletinWords? says;

    /// <summary>How the page speaks of bulletins.</summary>
    public BulletinWords Says => says ??= new(Words);

    /// <summary>The page.</summary>
    public IReadOnlyList<Bulletin> Bulletins { get; private set; } = [];

    /// <summary>How many come before.</summary>
    [BindProperty(SupportsGet = true, Name = "skip")]
    public int Skip { get; set; }

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>What a bulletin is about.</summary>
    public string Topic(Bulletin bulletin) => bulletins.TopicName(bulletin.Topic, Language);

    /// <summary>Where it is for.</summary>
    public string Where(Bulletin bulletin) => bulletin.PlaceIds.Count == 0 ? T("partout", "everywhere") : string.Join("; ", bulletins.PlaceNames(bulletin));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Skip = Math.Clamp(Skip, 0, MostSkipped);
        var read = await bulletins.ListAsync(Skip, PageSize + 1, ct);
        HasMore = read.Count > PageSize;
        Bulletins = [.. read.Take(PageSize)];
    }
}
