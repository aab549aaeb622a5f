using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Search;

namespace AppelAide.Host.Tests.Directory.Search;

/// <summary>The index ranks as one would who looks at every service of the directory.</summary>
public sealed class ServiceIndexOracleTests
{
    private static readonly PlaceTree Places = new(SomePlaces.All);
    private static readonly Place[] AllPlaces = [.. SomePlaces.All.OrderBy(place => place.Id, StringComparer.Ordinal)];
    private static readonly string[] Needs = ["food", "meals", "school-meals", "food-bank", "papers"];

    private static readonly OpeningHours[] Hours =
    [
        .. new[]
        {
            "byday=MO,TU,WE,TH,FR opens_at=09:00 closes_at=16:30", "byday=SA,SU opens_at=10:00 closes_at=15:00", "freq=DAILY", "description=sometimes",
            "freq=MONTHLY byday=1TU opens_at=13:00 closes_at=20:00", "freq=DAILY valid_from=0001-06-01 valid_to=0001-08-31 opens_at=08:00 closes_at=21:00",
            "byday=MO,TU opens_at=09:00 closes_at=17:00 valid_to=2025-12-31", "byday=FR,SA opens_at=20:00 closes_at=03:00",
        }.Select(row => OpeningHours.From([AppelAide.Host.Tests.Directory.Hours.ScheduleRuleReaderTests.Read(row)])),
    ];

    public static TheoryData<int, int> Directories => new() { { 1, 3 }, { 2, 12 }, { 3, 60 }, { 4, 400 }, { 5, 3000 } };

    [Theory]
    [MemberData(nameof(Directories))]
    public void Random_directories_are_ranked_as_by_hand(int seed, int size)
    {
        var random = new Random(seed);
        var services = Enumerable.Range(0, size).Select(number => AnyService(random, number)).ToArray();
        var index = new ServiceIndex(services, Places, ServiceIndexTests.ParentOf, IsNarrow);
        for (var i = 0; i < 150; i++)
        {
            var query = new ServiceQuery(
                Needs[random.Next(Needs.Length)],
                random.Next(10) == 0 ? null : random.Next(20) == 0 ? AllPlaces[0] with { Latitude = 0, Longitude = 0 } : AllPlaces[random.Next(AllPlaces.Length)],
                random.Next(8) == 0 ? "es" : random.Next(2) == 0 ? "fr" : "en",
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(366 * 1440)),
                random.Next(4) == 0);
            var expected = ByHand(services, query).ToList();
            var skip = random.Next(4) == 0 ? random.Next(expected.Count + 2) : 0;
            var take = random.Next(4) == 0 ? int.MaxValue : random.Next(1, 6);
            Assert.Equal(
                expected.Skip(skip).Take(take).Select(found => $"{found.Service.Id} {found.Kilometres}"),
                index.Near(query, skip, take).Select(found => $"{found.Service.Id} {found.Kilometres}"));
        }
    }

    // The ranking in plain words: every site of every service, the best site of each.
    private static IEnumerable<FoundService> ByHand(Service[] services, ServiceQuery query) => services
        .Where(service => service.IsOffered)
        .SelectMany(service => service.Sites.Select(site => (Found: new FoundService(service, site, Distance.Between(query.Place, site.Location)), Rank: Rank(service, site, query))))
        .Where(entry => entry.Rank is not null)
        .GroupBy(entry => entry.Found.Service.Id)
        .Select(group => group.OrderBy(entry => entry.Rank!.Value.Tier).ThenBy(entry => entry.Rank!.Value.Weight).First())
        .OrderBy(entry => entry.Rank!.Value.Tier).ThenBy(entry => entry.Rank!.Value.Weight).ThenBy(entry => entry.Found.Service.Id, StringComparer.Ordinal)
        .Select(entry => entry.Found);

    private static (int Tier, double Weight)? Rank(Service service, ServiceSite site, ServiceQuery query)
    {
        var exact = service.Needs.Any(need => Chain(need).Contains(query.Need));
        if (!exact && !service.Needs.Any(need => Chain(query.Need).Contains(need)))
            return null;
        var kilometres = Distance.Between(query.Place, site.Location);
        var state = site.Hours.At(TimeZoneInfo.ConvertTime(query.Now, Places.TimeZoneOf(site.Location?.PlaceId ?? "")).DateTime);
        if (query.OpenOnly && !state.IsOpen)
            return null;
        int tier;
        if (query.Place is null)
            tier = service.Area.IsByDistance ? 1 : 0;
        else if (service.Area.IsByDistance && (kilometres > 300 || (site.Location?.Position is not null && kilometres is null)))
            return null;
        else if (service.Area.IsByDistance)
            tier = kilometres is <= 60 || site.Location is null ? 0 : 1;
        else if (service.Area.Covers(query.Place, Places))
            tier = 0;
        else if (kilometres <= 30)
            tier = 2;
        else
            return null;
        var language = service.Languages.IsEmpty || service.Languages.Contains(query.Language) ? 0 : 20;
        var does = service.Needs.Any(need => need == query.Need || (Chain(need).Contains(query.Need) && !IsNarrow(need)));
        return ((2 * tier) + (does ? 0 : 1), (kilometres ?? 12) + (language + (state.IsOpen ? 0 : state.IsKnown ? 15 : 5)));
    }

    private static bool IsNarrow(string need) => need.EndsWith('2');

    private static IEnumerable<string> Chain(string need)
    {
        for (; need.Length > 0; need = ServiceIndexTests.ParentOf(need))
            yield return need;
    }

    private static Service AnyService(Random random, int number) => new(
        $"s{random.Next(1000):000}-{number}",
        "Org",
        new("nom", "name"),
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Needs[random.Next(Needs.Length)])],
        random.Next(4) switch { 0 => [], 1 => ["fr"], 2 => ["fr", "en"], _ => ["en", "es"] },
        Bilingual.Empty,
        new(random.Next(3) > 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyArea(random))]),
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnySite(random))])
    {
        IsOffered = random.Next(12) > 0,
    };

    private static string AnyArea(Random random)
    {
        var place = AllPlaces[random.Next(AllPlaces.Length)];
        return random.Next(5) switch { 0 => "mrc:" + place.Mrc, 1 => "region:" + place.Region.ToUpperInvariant(), 2 when random.Next(3) == 0 => "everywhere", _ => place.Id };
    }

    private static ServiceSite AnySite(Random random)
    {
        var hours = Hours[random.Next(Hours.Length)];
        if (random.Next(6) == 0)
            return new(null, "+14185550137", hours);
        var place = AllPlaces[random.Next(AllPlaces.Length)];
        // Some share a door, so that identifiers alone rank them.
        GeoPoint? position = random.Next(10) switch
        {
            0 => null,
            < 4 => place.Position,
            _ => new(place.Latitude + random.NextDouble() - 0.5, place.Longitude + random.NextDouble() - 0.5),
        };
        return new(new("l", "Maison", "1, rue du Quai", place.Id, position, null), "", hours);
    }
}
