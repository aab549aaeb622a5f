namespace AppelAide.Host.Directory.Search;

/// <summary>
/// The words under which services for certain places are found: what <see cref="ServiceArea.Covers"/> says of a place, turned around. A key
/// of the service and one of the place are the same when it covers the place.
/// </summary>
internal static class AreaKeys
{
    private const string PartOf = "part of:";

    /// <summary>The keys of a service's area.</summary>
    public static IEnumerable<string> Of(ServiceArea area, PlaceTree places)
    {
        foreach (var entry in area.Entries)
        {
            yield return entry;
            // A city is held when a part of it is: which part the caller lives in is not known.
            if (places.Find(entry) is { } place)
            {
                foreach (var whole in places.Chain(place).Skip(1))
                    yield return PartOf + whole.Id;
            }
        }
    }

    /// <summary>The keys of a place.</summary>
    public static IEnumerable<string> Of(Place place, PlaceTree places)
    {
        foreach (var part in places.Chain(place))
            yield return part.Id;
        yield return PartOf + place.Id;
        yield return ServiceArea.Mrc + place.Mrc;
        yield return ServiceArea.Region + place.Region;
        yield return ServiceArea.Everywhere;
    }
}
