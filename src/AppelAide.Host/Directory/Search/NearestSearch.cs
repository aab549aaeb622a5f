using System.Collections.Immutable;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Search;

/// <summary>
/// One question while it is answered: parts of trees and sites wait in one queue, by the best that they may be. What comes out first and is a
/// site is the next best of all, because nothing that waits can be before it.
/// </summary>
internal sealed class NearestSearch
{
    private readonly ImmutableArray<IndexedSite> sites;
    private readonly ServiceQuery query;
    private readonly GeoPoint? from;
    private readonly UnitVector point;
    private readonly LanguageSet language;
    private readonly DateTime[] local;
    private readonly UInt128 blocks;
    private readonly List<Source> sources = [];
    private readonly PriorityQueue<Waiting, SearchKey> queue = new();

    public NearestSearch(ImmutableArray<IndexedSite> sites, ImmutableArray<TimeZoneInfo> zones, ServiceQuery query)
    {
        (this.sites, this.query, from) = (sites, query, query.Place?.Position);
        point = from is { } position ? new(position) : default;
        language = IndexedSite.Of(query.Language);
        local = [.. zones.Select(zone => TimeZoneInfo.ConvertTime(query.Now, zone).DateTime)];
        blocks = local.Aggregate(UInt128.Zero, (together, moment) => together | WeekBlocks.At(moment));
    }

    /// <summary>Adds a tree to look in.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="kind">For whom its services are.</param>
    /// <param name="mayNotDo">Whether its services answer another need than the one that was named.</param>
    public void Add(SiteTree tree, SourceKind kind, bool mayNotDo)
    {
        sources.Add(new(tree, kind, mayNotDo));
        AddPart(sources.Count - 1, tree.Located, isLocated: true);
        AddPart(sources.Count - 1, tree.Unlocated, isLocated: false);
    }

    /// <summary>The next best.</summary>
    public ImmutableArray<FoundService> Take(int skip, int take)
    {
        var told = new HashSet<int>();
        var found = ImmutableArray.CreateBuilder<FoundService>();
        while (found.Count < take && queue.TryDequeue(out var next, out var key))
        {
            if (!key.IsSite)
                Open(next);
            else if (told.Add(key.Number) && told.Count > skip)
                found.Add(Found(sites[next.Index]));
        }

        return found.ToImmutable();
    }

    private FoundService Found(in IndexedSite site) => new(site.Service, site.Site, Kilometres(site));

    private double? Kilometres(in IndexedSite site) => from is { } here && site.Position is { } there ? here.KilometresTo(there) : null;

    private void Open(Waiting part)
    {
        var tree = sources[part.Source].Tree;
        ref readonly var node = ref tree.Node(part.Index);
        if (node.Left > 0)
        {
            AddPart(part.Source, node.Left, part.IsLocated);
            AddPart(part.Source, node.Right, part.IsLocated);
            return;
        }

        foreach (var site in tree.Sites(node))
            AddSite(part.Source, site);
    }

    private void AddPart(int source, int index, bool isLocated)
    {
        if (index < 0 || (isLocated && IsOutOfReach(sources[source])))
            return;
        ref readonly var node = ref sources[source].Tree.Node(index);
        var mayBeOpen = (node.MayBeOpen & blocks) != 0;
        if (query.OpenOnly && !mayBeOpen)
            return;
        double? kilometres = isLocated && from is not null ? node.KilometresFrom(point) : null;
        if (Tier(sources[source], kilometres) is { } tier)
            queue.Enqueue(new(source, index, isLocated), new(tier, (kilometres ?? Ranking.ByTelephoneKm) + node.Penalty(language, mayBeOpen), node.LeastNumber, IsSite: false));
    }

    private void AddSite(int source, int index)
    {
        var site = sites[index];
        var kilometres = Kilometres(site);
        // A door that may be anywhere is not near.
        if ((site.Site.Location is not null && kilometres is null && query.Place is not null && sources[source].Kind == SourceKind.ByDistance
            ? Ranking.Tier(1, sources[source].MayNotDo)
            : Tier(sources[source], kilometres)) is not { } tier)
            return;
        var hours = site.Site.Hours.CaseAt(local[site.Zone]);
        if (hours == OpeningCase.Open || !query.OpenOnly)
            queue.Enqueue(new(source, index, IsLocated: true), new(tier, Ranking.Weight(kilometres, site.IsIn(query.Language), hours), site.Number, IsSite: true));
    }

    // Of a place whose position nobody knows no door is near: what is for its area, or on the telephone, is left.
    private bool IsOutOfReach(Source source) => source.Kind == SourceKind.ByDistance && query.Place is not null && from is null;

    // A part nearer than its sites has a better tier than they have, never a worse one.
    private int? Tier(Source source, double? kilometres) => Ranking.Tier(
        source.Kind switch
        {
            SourceKind.ByDistance => Ranking.TierByDistance(kilometres, query.Place is not null),
            SourceKind.Covering => Ranking.TierOfArea(kilometres, covers: true),
            _ => Ranking.TierOfArea(kilometres, covers: false),
        },
        source.MayNotDo);

    private readonly record struct Source(SiteTree Tree, SourceKind Kind, bool MayNotDo);

    /// <param name="Source">The tree it is of.</param>
    /// <param name="Index">The part, or the site.</param>
    /// <param name="IsLocated">Whether its sites have positions.</param>
    private readonly record struct Waiting(int Source, int Index, bool IsLocated);
}
