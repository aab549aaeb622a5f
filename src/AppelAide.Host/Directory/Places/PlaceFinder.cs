using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>
/// Finds where a citizen lives from what they said, texted or typed. Pure and frozen: built with the snapshot, asked from any thread, in
/// time proportional to the text whatever it holds.
/// </summary>
internal sealed class PlaceFinder
{
    private const int MostAnswers = 3;

    private readonly ImmutableArray<Place> places;
    private readonly ImmutableArray<PlaceArea> areas;
    private readonly FrozenDictionary<string, int> indexes;
    private readonly PlaceReader reader;
    private readonly PostalCodes postalCodes;
    private readonly PlaceKeys keys;

    public PlaceFinder(IEnumerable<Place> places)
    {
        this.places = [.. places];
        areas = PlaceArea.Of(this.places);
        indexes = this.places.Select((place, index) => (place.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
        reader = new(PlaceNames.Build(this.places, areas));
        postalCodes = new(this.places);
        keys = new(this.places);
    }

    /// <summary>Finds a place named anywhere in a text, or by its postal code.</summary>
    public PlaceMatch FromText(string text)
    {
        if (postalCodes.Find(text) is { } byCode)
            return Answer(byCode.Places, byCode.IsExact);

        var hits = Resolve(reader.Read(text));
        if (hits.Count == 0)
            return PlaceMatch.None;
        var found = hits.SelectMany(hit => hit.Places).Distinct().ToImmutableArray();
        return Answer(WithoutParts(found), hits is [var only] && IsSure(only));
    }

    /// <summary>Finds a place from the keys that spell the beginning of its name, or the initials of its words.</summary>
    public PlaceMatch FromKeys(string digits)
    {
        var found = keys.Find(digits);
        return Answer(found.RemoveAll(place => found.Any(other => places[other].Name == places[place].Name && IsPartOf(place, other))), false);
    }

    private PlaceMatch Answer(ImmutableArray<int> found, bool isSure) =>
        new(
            [.. found.Select(index => places[index]).OrderByDescending(place => place.Population).ThenBy(place => place.Id, StringComparer.Ordinal).Take(MostAnswers)],
            isSure && found.Length == 1);

    // Words that only say where a place is (its MRC, its region, its city) narrow it and are then done with.
    private List<PlaceHit> Resolve(List<PlaceHit> hits)
    {
        var named = hits.Where(hit => hit.Places.Length > 0).ToList();
        foreach (var around in hits.Where(hit => hit.Areas.Length > 0 || hit.Places.Length > 0))
        {
            for (var i = 0; i < named.Count; i++)
            {
                var hit = named[i];
                if (ReferenceEquals(hit, around) || (hit.Start == around.Start && hit.End == around.End))
                    continue;
                var within = hit.Places.RemoveAll(place => !IsWithin(place, around));
                if (within.Length == 0)
                    continue;
                named[i] = hit with { Places = within };
                if (named.RemoveAll(other => other.Start == around.Start && other.End == around.End) > 0)
                    i = -1;
            }
        }

        // "Gaspé, Québec": the province, not the city.
        if (named.Count > 1)
            named.RemoveAll(hit => hit.Places is [var only] && places[only].Name is "Québec");
        var exact = named.FindAll(hit => hit.IsExact);
        return exact.Count > 0 ? exact : named.Count > 0 ? [named[0]] : [];
    }

    private bool IsWithin(int place, PlaceHit around) =>
        around.Areas.Any(area => areas[area].Members.Contains(place)) || around.Places.Any(other => IsPartOf(place, other));

    private bool IsPartOf(int place, int other)
    {
        for (var i = 0; i < 4 && indexes.TryGetValue(places[place].ParentId, out var parent); i++)
        {
            if (parent == other)
                return true;
            place = parent;
        }

        return false;
    }

    // A municipality and its own centre share a name: the municipality is meant.
    private ImmutableArray<int> WithoutParts(ImmutableArray<int> found) =>
        found.RemoveAll(place => found.Any(other => other != place && IsPartOf(place, other)));

    private static bool IsSure(PlaceHit hit) => hit.IsWhole
        ? hit.Slips == 0 || (hit.Slips == 1 && hit.Letters >= 6) || hit.Letters >= 10 || hit.IsVouched
        : hit.Slips == 0 && hit.Letters >= 6;
}
