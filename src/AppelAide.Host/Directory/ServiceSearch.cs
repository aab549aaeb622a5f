using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>Who can help with a need near a place, best first. Pure.</summary>
internal static class ServiceSearch
{
    // Beyond this a service that names no area is for other people, yet better than none.
    private const double NearKm = 60;

    // A service for other places takes people of the next village more often than not.
    private const double NextVillageKm = 30;

    // What a trip is worth. Help on the telephone comes after a door in town, before one in the next.
    private const double ByTelephoneKm = 25;
    private const double OtherLanguageKm = 20;

    /// <summary>The services that answer a need, each once, at its nearest address.</summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="need">The need.</param>
    /// <param name="place">Where the citizen lives; null when not known.</param>
    /// <param name="language">The citizen's language: preferred, never demanded.</param>
    public static ImmutableArray<FoundService> Near(DirectorySnapshot directory, string need, Place? place, string language)
    {
        if (!directory.ServicesByNeed.TryGetValue(need, out var services))
            return [];
        var ranked = new List<(FoundService Found, int Tier, double Weight)>(services.Length);
        foreach (var service in services)
        {
            var found = service.Sites
                .Select(site => new FoundService(service, site, Distance.Between(place, site.Location)))
                .MinBy(found => found.Kilometres ?? double.MaxValue)!;
            if (Tier(found, place, directory.Places) is not { } tier)
                continue;
            var weight = found.Kilometres ?? ByTelephoneKm;
            if (!service.Languages.IsEmpty && !service.Languages.Contains(language))
                weight += OtherLanguageKm;
            ranked.Add((found, tier, weight));
        }

        return
        [
            .. ranked.OrderBy(entry => entry.Tier).ThenBy(entry => entry.Weight)
                .ThenBy(entry => entry.Found.Service.Id, StringComparer.Ordinal)
                .Select(entry => entry.Found),
        ];
    }

    // 0: for this place, or near. 1: far, but for whoever comes. 2: for other places, but next door. Null: not for these people.
    private static int? Tier(FoundService found, Place? place, PlaceTree places)
    {
        var area = found.Service.Area;
        if (place is null)
            return area.IsByDistance ? 1 : 0;
        if (area.IsByDistance)
            return found.Kilometres is null or <= NearKm ? 0 : 1;
        if (area.Covers(place, places))
            return 0;
        return found.Kilometres <= NextVillageKm ? 2 : null;
    }
}
