using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Search;

/// <summary>
/// Who can help with a need near a place, best first: built once with the snapshot, immutable, shared by all conversations. A question costs in the
/// order of the logarithm of the directory's size and of how many are told; what ranks is in <see cref="Ranking"/>.
/// </summary>
internal sealed class ServiceIndex
{
    // A need, its family, its group; a loop in the data must not be one here.
    private const int Deepest = 8;

    private readonly ImmutableArray<IndexedSite> sites;
    private readonly ImmutableArray<TimeZoneInfo> zones;
    private readonly FrozenDictionary<string, NeedSites> needs;
    private readonly FrozenDictionary<string, ImmutableArray<string>> narrower;
    private readonly Func<string, string> parentOf;
    private readonly Func<string, bool> isNarrow;
    private readonly PlaceTree places;

    /// <summary>Builds it; services that are not offered now are left out.</summary>
    /// <param name="services">The directory's services.</param>
    /// <param name="places">Its places.</param>
    /// <param name="parentOf">The broader need of a need; empty for none.</param>
    /// <param name="isNarrow">Whether a need is help for few, told later when a broader one is asked for; none by default.</param>
    public ServiceIndex(IEnumerable<Service> services, PlaceTree places, Func<string, string>? parentOf = null, Func<string, bool>? isNarrow = null)
    {
        this.places = places;
        this.parentOf = parentOf ?? (_ => "");
        this.isNarrow = isNarrow ?? (_ => false);
        var offered = services.Where(service => service.IsOffered).OrderBy(service => service.Id, StringComparer.Ordinal).ToList();
        var found = new List<IndexedSite>(offered.Count);
        var numbers = new Dictionary<string, int>();
        var zoneList = new List<TimeZoneInfo>();
        var byNeed = new Dictionary<string, Sorting>();
        foreach (var (number, service) in offered.Index())
        {
            var first = found.Count;
            var languages = IndexedSite.LanguagesOf(service.Languages);
            foreach (var site in service.Sites)
                found.Add(new(number, service, site, Zone(site.Location?.PlaceId ?? ""), languages));
            var areas = AreaKeys.Of(service.Area, places).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var need in service.Needs.Distinct())
            {
                if (!byNeed.TryGetValue(need, out var sorting))
                    byNeed.Add(need, sorting = new());
                sorting.Add(Enumerable.Range(first, found.Count - first), areas);
            }
        }

        sites = [.. found];
        zones = [.. zoneList];
        needs = byNeed.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Build(sites));
        narrower = byNeed.Keys.SelectMany(need => Broader(need).Select(broader => (broader, need)))
            .GroupBy(pair => pair.broader, pair => pair.need)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().Where(need => need != group.Key).ToImmutableArray());

        int Zone(string placeId)
        {
            if (numbers.TryGetValue(placeId, out var number))
                return number;
            var zone = places.TimeZoneOf(placeId);
            number = zoneList.FindIndex(known => known.Id == zone.Id);
            if (number < 0)
            {
                number = zoneList.Count;
                zoneList.Add(zone);
            }

            numbers.Add(placeId, number);
            return number;
        }
    }

    /// <summary>An index of nothing.</summary>
    public static ServiceIndex Empty { get; } = new([], new PlaceTree([]));

    /// <summary>
    /// The services that answer a need, each once, at its best site: those tagged with it or with a narrower need; as far, those that may not do, which
    /// are tagged with a broader need alone or with a need of few, come after them.
    /// </summary>
    /// <param name="query">Who asks for what.</param>
    /// <param name="skip">How many of the best were told before.</param>
    /// <param name="take">How many to tell.</param>
    public ImmutableArray<FoundService> Near(ServiceQuery query, int skip, int take)
    {
        var search = new NearestSearch(sites, zones, query);
        var areas = query.Place is { } place ? AreaKeys.Of(place, places).ToArray() : [];
        Add(query.Need, mayNotDo: false);
        foreach (var need in narrower.GetValueOrDefault(query.Need, []))
            Add(need, isNarrow(need));
        foreach (var need in Broader(query.Need))
            Add(need, mayNotDo: true);
        return search.Take(skip, take);

        void Add(string need, bool mayNotDo)
        {
            if (!needs.TryGetValue(need, out var own))
                return;
            search.Add(own.ByDistance, SourceKind.ByDistance, mayNotDo);
            if (query.Place is null)
                search.Add(own.OfAreas, SourceKind.Covering, mayNotDo);
            else
                search.Add(own.OfAreas, SourceKind.NextDoor, mayNotDo);
            foreach (var area in areas)
            {
                if (own.ByArea.TryGetValue(area, out var tree))
                    search.Add(tree, SourceKind.Covering, mayNotDo);
            }
        }
    }

    private IEnumerable<string> Broader(string need)
    {
        for (var i = 0; i < Deepest && parentOf(need) is { Length: > 0 } parent; i++)
            yield return need = parent;
    }

    /// <summary>The sites of a need while they are sorted out.</summary>
    private sealed class Sorting
    {
        private readonly List<int> byDistance = [];
        private readonly List<int> ofAreas = [];
        private readonly Dictionary<string, List<int>> byArea = new(StringComparer.OrdinalIgnoreCase);

        public void Add(IEnumerable<int> sites, List<string> areas)
        {
            (areas.Count == 0 ? byDistance : ofAreas).AddRange(sites);
            foreach (var area in areas)
            {
                if (!byArea.TryGetValue(area, out var list))
                    byArea.Add(area, list = []);
                list.AddRange(sites);
            }
        }

        public NeedSites Build(ImmutableArray<IndexedSite> all) => new(
            SiteTree.Build(all, byDistance),
            SiteTree.Build(all, ofAreas),
            byArea.ToFrozenDictionary(entry => entry.Key, entry => SiteTree.Build(all, entry.Value), StringComparer.OrdinalIgnoreCase));
    }
}
