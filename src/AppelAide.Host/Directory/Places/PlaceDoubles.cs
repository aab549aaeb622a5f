using System.Collections.Frozen;

namespace AppelAide.Host.Directory.Places;

/// <summary>Places that neither their name nor their MRC tells from another: Hatley, a township and a municipality of one MRC.</summary>
internal static class PlaceDoubles
{
    /// <summary>The identifiers of those whose kind must be said.</summary>
    public static FrozenSet<string> Of(IEnumerable<Place> places) =>
        places
            .Where(place => place is { ParentId: "", Designation: not "" })
            .GroupBy(place => (place.Name, place.Region))
            .SelectMany(group => group.Where(place => group.Any(other => other.Id != place.Id && AreNear(place, other))))
            .Select(place => place.Id)
            .ToFrozenSet();

    // A reserve outside any MRC is on the map inside one: Natashquan.
    private static bool AreNear(Place place, Place other) => place.Mrc == other.Mrc || place.Mrc.Length == 0 || other.Mrc.Length == 0;
}
