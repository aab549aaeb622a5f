namespace AppelAide.Host.Directory.Places.Register;

/// <summary>
/// Gives places that nobody measured the mean position of those of their MRC that somebody did, else of their region. The register has no positions.
/// </summary>
internal static class PlaceEstimates
{
    // A thousandth of a degree is a hundred metres: far less than the estimate is worth, and the same at each import.
    private const int Decimals = 3;

    /// <summary>Estimates anew, from all that is measured by now.</summary>
    /// <param name="places">All places by identifier; changed.</param>
    public static void Apply(Dictionary<string, KnownPlace> places)
    {
        var measured = places.Values.Where(place => place is { IsOfRegister: true, Measured: not null }).OrderBy(place => place.Id, StringComparer.Ordinal).ToArray();
        var byMrc = measured.ToLookup(place => place.Mrc, place => place.Measured!.Value);
        var byRegion = measured.ToLookup(place => place.Region, place => place.Measured!.Value);
        foreach (var place in places.Values.Where(place => place is { IsOfRegister: true, Measured: null, State: KnownPlace.Active }).ToArray())
            places[place.Id] = place.Estimated(Mean(byMrc[place.Mrc]) ?? Mean(byRegion[place.Region]));
    }

    private static GeoPoint? Mean(IEnumerable<GeoPoint> positions)
    {
        var all = positions.ToArray();
        return all.Length == 0
            ? null
            : new(Math.Round(all.Average(position => position.Latitude), Decimals), Math.Round(all.Average(position => position.Longitude), Decimals));
    }
}
