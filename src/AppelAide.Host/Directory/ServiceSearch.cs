using System.Collections.Immutable;
using AppelAide.Host.Directory.Needs;

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

    /// <summary>The services that answer a need or, when it is a family, any of its needs; then those that only name its family.</summary>
    /// <inheritdoc cref="Near(DirectorySnapshot, IEnumerable{string}, Place?, string)"/>
    public static ImmutableArray<FoundService> Near(DirectorySnapshot directory, NeedTaxonomy taxonomy, string need, Place? place, string language)
    {
        var found = Near(directory, [need, .. taxonomy.Children(need)], place, language);
        return taxonomy.ParentOf(need) is { Length: > 0 } family
            ? [.. found.Concat(Near(directory, [family], place, language)).DistinctBy(one => one.Service.Id)]
            : found;
    }

    /// <summary>The services that answer one of the needs, each once, at its nearest address.</summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="place">Where the citizen lives; null when not known.</param>
    /// <param name="language">The citizen's language: preferred, never demanded.</param>
    private static ImmutableArray<FoundService> Near(DirectorySnapshot directory, IEnumerable<string> needs, Place? place, string language)
    {
        var services = needs.SelectMany(need => directory.ServicesByNeed.GetValueOrDefault(need, [])).DistinctBy(service => service.Id);
        var ranked = new List<(FoundService Found, int Tier, double Weight)>();
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
