using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Scripts;

namespace AppelAide.Benchmarks.Directories;

/// <summary>
/// A directory of any size that is like a real one: 17 regions, 100 MRCs, 1,200 municipalities of which few have most of the people; the needs of the scripts;
/// services where the people are, a fifth of them for certain areas, a tenth by telephone alone, a quarter at several sites, some by season.
/// </summary>
internal sealed class SomeDirectory
{
    private const int Regions = 17;
    private const int Mrcs = 100;
    private const int Municipalities = 1200;

    private readonly Random random;
    private readonly double[] reach = new double[Municipalities];
    private readonly OpeningHoursCache hours = new();

    public SomeDirectory(int services, int seed)
    {
        random = new(seed);
        Places = [.. Enumerable.Range(0, Municipalities).Select(Municipality)];
        Services = [.. Enumerable.Range(0, services).Select(Service)];
    }

    /// <summary>The scripts of the repository.</summary>
    public static Script Scripts { get; } = DialogueParser.Parse(ScriptFolder.Find().Read()).Script!;

    /// <summary>Their needs.</summary>
    public static NeedTaxonomy Needs { get; } = NeedTaxonomy.Of(Scripts);

    private static ImmutableArray<string> Families { get; } = [.. Needs.All.Where(need => Needs.ParentOf(need).Length == 0)];

    public ImmutableArray<Place> Places { get; }

    public ImmutableArray<Service> Services { get; }

    /// <summary>How many different hours the services keep.</summary>
    public int DifferentHours => hours.Count;

    /// <summary>A need that a citizen names: seldom a whole family.</summary>
    public static string AnyNeed(Random random)
    {
        var family = Families[random.Next(Families.Length)];
        var children = Needs.Children(family);
        return children.IsEmpty || random.Next(10) == 0 ? family : children[random.Next(children.Length)];
    }

    /// <summary>Where somebody lives: as often as people live there.</summary>
    public Place AnyPlace(Random random)
    {
        var found = Array.BinarySearch(reach, random.NextDouble() * reach[^1]);
        return Places[Math.Min(found < 0 ? ~found : found, Municipalities - 1)];
    }

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind} {number}");

    private Place Municipality(int number)
    {
        // Down the St. Lawrence, from Gatineau to Gaspé; the largest has a fifth of the people, as Zipf has it.
        var mrc = number % Mrcs;
        var along = (mrc + random.NextDouble()) / Mrcs;
        var people = 1_800_000.0 / Math.Pow(number + 1, 0.95);
        reach[number] = people + (number > 0 ? reach[number - 1] : 0);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{number:00000}"),
            Name("Lieu", number),
            "municipality",
            "",
            Name("Coin", mrc),
            Name("Pays", mrc * Regions / Mrcs),
            45.4 + 3.5 * along + Spread(0.6),
            -75.7 + 11.2 * along + Spread(0.6),
            mrc == Mrcs - 1 ? "America/Halifax" : "America/Toronto",
            [],
            [],
            (int)people);
    }

    private Service Service(int number)
    {
        var home = AnyPlace(random);
        var needs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyNeed(random)).Distinct().ToImmutableArray();
        var sites = random.Next(10) == 0 ? 0 : random.Next(4) > 0 ? 1 : random.Next(2, 5);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"service-{number:000000}"),
            Name("Organisme", number / 2),
            new(Name("Service", number), Name("Service", number)),
            needs,
            random.Next(10) switch { 0 or 1 => [], < 7 => ["fr"], < 9 => ["fr", "en"], _ => ["en"] },
            Bilingual.Empty,
            new(random.Next(5) > 0 ? [] : [Area(home)]),
            sites == 0 ? [new(null, "+14185550137", Hours())] : [.. Enumerable.Range(0, sites).Select(site => Site(number, site == 0 ? home : AnyPlace(random)))]);
    }

    private string Area(Place home) => random.Next(20) switch { 0 => "everywhere", < 5 => "region:" + home.Region, < 14 => "mrc:" + home.Mrc, _ => home.Id };

    private ServiceSite Site(int number, Place place)
    {
        var scatter = 0.01 + Math.Sqrt(place.Population) / 6000;
        var position = random.Next(50) == 0 ? place.Position : new GeoPoint(place.Latitude + Spread(scatter), place.Longitude + Spread(scatter));
        return new(new(Name("location", number), place.Name, "1, rue Principale", place.Id, position, random.Next(2) == 0), "+14185550137", Hours());
    }

    private OpeningHours Hours()
    {
        var opens = 60 * random.Next(8, 11);
        var closes = opens + 30 * random.Next(6, 18);
        var week = new ScheduleRule
        {
            Frequency = Frequency.Weekly,
            ByDay = [.. Enumerable.Range(1, random.Next(3, 6)).Select(day => new WeekdayOrdinal(0, (DayOfWeek)day))],
            Opens = opens,
            Closes = closes,
        };
        var saturday = week with { ByDay = [new(0, DayOfWeek.Saturday)], Closes = Math.Min(closes, 15 * 60) };
        return hours.From(random.Next(20) switch
        {
            0 or 1 => [],
            2 => [new ScheduleRule { Frequency = Frequency.Daily }],
            3 => [week with { ValidFrom = new(1, 1, 10), ValidTo = new(1, 5, 15) }],
            4 => [week with { DtStart = new(2024, 9, 2), Interval = 2 }],
            5 => [week with { Frequency = Frequency.Monthly, ByDay = [new(random.Next(1, 5), (DayOfWeek)random.Next(1, 6))] }],
            6 => [week, new ScheduleRule { IsClosed = true, ValidFrom = new(1, 7, 20), ValidTo = new(1, 8, 5) }],
            < 12 => [week, saturday],
            _ => [week],
        });
    }

    private double Spread(double width) => (random.NextDouble() + random.NextDouble() - 1) * width;
}
