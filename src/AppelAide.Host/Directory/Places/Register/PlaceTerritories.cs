using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>What the rows of the register say only together: the MRC of those that write none, their hour, and which two are one community.</summary>
internal static class PlaceTerritories
{
    private const string LineTimeZone = "America/Toronto";

    // Les Îles-de-la-Madeleine and Grosse-Île.
    private const string IslandsDivision = "01";
    private const string IslandsTimeZone = "America/Halifax";

    // East of the Natashquan river, Atlantic standard time all year. https://www.legisquebec.gouv.qc.ca/en/document/cs/T-5.1
    private const string LowerNorthShore = "Le Golfe-du-Saint-Laurent";
    private const string LaRomaine = "98804";
    private const string LowerNorthShoreTimeZone = "America/Blanc-Sablon";

    /// <summary>The places of the rows, in their order.</summary>
    public static ImmutableArray<RegisteredPlace> Settle(IReadOnlyCollection<PlaceRegisterRow> rows)
    {
        var mrcs = rows.Where(row => row.Mrc.Length > 0).ToLookup(row => row.Division, row => row.Mrc);
        var inhabited = rows.Where(row => row.Designation.IsNorthern).GroupBy(row => row.Name).Where(group => group.Count() > 1).ToDictionary(group => group.Key, Inhabited);
        return
        [
            .. rows.Select(row => new RegisteredPlace
            {
                Id = row.Code,
                Name = row.Name,
                Designation = row.Designation,
                Mrc = MrcOf(row, [.. mrcs[row.Division].Distinct()]),
                Region = row.Region,
                TimeZone = TimeZoneOf(row),
                PostalCode = row.PostalCode,
                Population = row.Population,
                Position = row.Position,
                ParentId = row.Designation.IsNorthern && inhabited.TryGetValue(row.Name, out var home) && home != row.Code ? home : "",
            }),
        ];
    }

    // Outside the MRCs: cities that are their own, as Saguenay is within the division of Le Fjord-du-Saguenay; reserves, which are within one on the
    // map, or within a division of several that nobody names; the rest go by their division, Montréal or Nord-du-Québec.
    private static string MrcOf(PlaceRegisterRow row, string[] around)
    {
        if (row.Mrc.Length > 0)
            return row.Mrc;
        if (row.Designation.IsCity && around.Length > 0)
            return row.Name;
        return around switch { [] => row.Division, [var only] => only, _ => "" };
    }

    // A village and the land of its people, two rows of one name: nobody who lives there would tell them apart. The people are counted in one.
    private static string Inhabited(IEnumerable<PlaceRegisterRow> rows) =>
        rows.OrderByDescending(row => row.Population ?? 0).ThenBy(row => row.Code, StringComparer.Ordinal).First().Code;

    private static string TimeZoneOf(PlaceRegisterRow row)
    {
        if (row.Code.StartsWith(IslandsDivision, StringComparison.Ordinal))
            return IslandsTimeZone;
        return row.Mrc == LowerNorthShore || row.Code == LaRomaine ? LowerNorthShoreTimeZone : LineTimeZone;
    }
}
