using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>An MRC or a region, and the places in it: nobody's home by itself, but it tells homonyms apart.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Members">Indexes of its places.</param>
internal sealed record PlaceArea(string Name, ImmutableHashSet<int> Members)
{
    public static ImmutableArray<PlaceArea> Of(ImmutableArray<Place> places)
    {
        var members = new SortedDictionary<string, ImmutableHashSet<int>.Builder>(StringComparer.Ordinal);
        for (var place = 0; place < places.Length; place++)
        {
            var region = places[place].Region;
            foreach (var name in (string[])[places[place].Mrc, region, .. Halves(region)])
            {
                if (name.Length == 0)
                    continue;
                if (!members.TryGetValue(name, out var area))
                    members[name] = area = ImmutableHashSet.CreateBuilder<int>();
                area.Add(place);
            }
        }

        return [.. members.Select(area => new PlaceArea(area.Key, area.Value.ToImmutable()))];
    }

    /// <summary>The parts of a double name, <c>Gaspésie--Îles-de-la-Madeleine</c>; none of a simple one.</summary>
    public static string[] Halves(string name) =>
        name.Split(["--", "–", "—"], StringSplitOptions.TrimEntries) is { Length: > 1 } halves ? halves : [];
}
