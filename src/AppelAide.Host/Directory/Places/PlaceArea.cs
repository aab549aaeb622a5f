using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>An MRC, a region, or a kind of municipality, and the places in it: nobody's home by itself, but it tells homonyms apart.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Members">Indexes of its places.</param>
internal sealed record PlaceArea(string Name, FrozenSet<int> Members)
{
    public static ImmutableArray<PlaceArea> Of(ImmutableArray<Place> places)
    {
        var members = new SortedDictionary<string, HashSet<int>>(StringComparer.Ordinal);
        // "Hatley canton", when the village of Hatley is in the same MRC.
        var doubles = PlaceDoubles.Of(places);
        for (var place = 0; place < places.Length; place++)
        {
            var region = places[place].Region;
            var kind = doubles.Contains(places[place].Id) ? places[place].Designation : "";
            foreach (var name in (string[])[places[place].Mrc, region, kind, .. Halves(region)])
            {
                if (name.Length == 0)
                    continue;
                if (!members.TryGetValue(name, out var area))
                    members[name] = area = [];
                area.Add(place);
            }
        }

        return [.. members.Select(area => new PlaceArea(area.Key, area.Value.ToFrozenSet()))];
    }

    /// <summary>The parts of a double name, <c>Gaspésie--Îles-de-la-Madeleine</c>; none of a simple one.</summary>
    public static string[] Halves(string name) =>
        name.Split(["--", "–", "—"], StringSplitOptions.TrimEntries) is { Length: > 1 } halves ? halves : [];
}
