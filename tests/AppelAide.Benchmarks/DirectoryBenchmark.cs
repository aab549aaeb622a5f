using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AppelAide.Benchmarks.Directories;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Search;

namespace AppelAide.Benchmarks;

/// <summary><c>directory</c>: who is near and open, in a small directory, a large one and a very large one.</summary>
internal static class DirectoryBenchmark
{
    private const int Seed = 20261122;
    private const int Questions = 20_000;
    private const int Best = 3;
    private const double GoalMs = 5;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private static readonly DateTimeOffset Year = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            ## directory

            The best {Best} for a need near a place, in a language, at any minute of a year: {Questions:#,0} questions for each row; µs. Goal at {Sizes[^1]:#,0} services: p99 under {GoalMs * 1000:#,0}, growth like the logarithm.
            "Told" is the whole answer as a conversation hears it, one service at a time, each with its hours.

            | services | question | p50 | p99 | longest | KB each | p50 to the smallest's | logarithm's | goal |
            |---|---|---|---|---|---|---|---|---|
            """));
        var first = new Dictionary<string, double>();
        var memory = new List<string>();
        foreach (var size in Sizes)
        {
            var directory = new SomeDirectory(size, Seed);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var clock = Stopwatch.StartNew();
            var snapshot = new DirectorySnapshot(1, SomeDirectory.Needs, new(directory.Places), new(directory.Places), directory.Services, [], []);
            var built = clock.Elapsed;
            memory.Add(FormattableString.Invariant(
                $"| {size:#,0} | {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} | {built.TotalSeconds:0.00} | {directory.DifferentHours:#,0} |"));
            using var source = new DirectorySource(null!, () => SomeDirectory.Scripts, TimeProvider.System);
            source.Use(snapshot);
            var lookup = new ServicesNearLookup(source);
            Measure(size, "ranked, open or not", first, directory, query => snapshot.Services.Near(query, 0, Best).Length);
            Measure(size, "ranked, open now only", first, directory, query => snapshot.Services.Near(query with { OpenOnly = true }, 0, Best).Length);
            Measure(size, "told", first, directory, query => Tell(lookup, query));
            GC.KeepAlive(snapshot);
        }

        Console.WriteLine("""

            | services | index and places, MB | built in s | different hours |
            |---|---|---|---|
            """);
        memory.ForEach(Console.WriteLine);
        MeasureHours();
    }

    private static void Measure(int size, string name, Dictionary<string, double> first, SomeDirectory directory, Func<ServiceQuery, int> ask)
    {
        var random = new Random(Seed);
        var queries = Enumerable.Range(0, Questions).Select(_ => new ServiceQuery(
            SomeDirectory.AnyNeed(random), directory.AnyPlace(random), random.Next(8) == 0 ? "en" : "fr", Year.AddMinutes(random.Next(365 * 1440)))).ToArray();
        var told = 0;
        foreach (var query in queries)
            told += ask(query);
        var times = new double[Questions];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Questions; i++)
        {
            var from = Stopwatch.GetTimestamp();
            told += ask(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Questions;
        Array.Sort(times);
        var (p50, p99) = (times[Questions / 2], times[Questions * 99 / 100]);
        first.TryAdd(name, p50);
        var goal = size < Sizes[^1] ? "" : p99 < GoalMs * 1000 ? "met" : "NOT met";
        Console.WriteLine(FormattableString.Invariant(
            $"| {size:#,0} | {name} | {p50:0} | {p99:0} | {times[^1]:0} | {allocated / 1024.0:0.0} | {p50 / first[name]:0.0} | {Math.Log(size) / Math.Log(Sizes[0]):0.0} | {(told > 0 ? goal : "nothing found")} |"));
    }

    private static int Tell(ServicesNearLookup lookup, ServiceQuery query)
    {
        var caller = new CallerContext(1, 1, query.Language, Channel.Voice, query.Place!.Id, query.Now);
        for (var skip = 0; skip < Best; skip++)
        {
            var arguments = ImmutableDictionary<string, string>.Empty.Add("place", query.Place.Id).Add("need", query.Need).Add("skip", skip.ToString(CultureInfo.InvariantCulture));
            if (lookup.Answer(new(QuestionKind.Lookup, "services.near", arguments), caller).IsEmpty)
                return skip;
        }

        return Best;
    }

    private static void MeasureHours()
    {
        Console.WriteLine("""

            | hours of one door | whether open, ns | when it changes, ns | bytes |
            |---|---|---|---|
            """);
        var week = new ScheduleRule { Frequency = Frequency.Weekly, ByDay = [.. Enumerable.Range(1, 5).Select(day => new WeekdayOrdinal(0, (DayOfWeek)day))], Opens = 540, Closes = 990 };
        MeasureHours("the same every week", [week]);
        MeasureHours("by season, with a closed one", [week with { ValidFrom = new(1, 9, 1), ValidTo = new(1, 6, 15) }, new ScheduleRule { IsClosed = true, ValidFrom = new(1, 12, 20), ValidTo = new(1, 1, 5) }]);
        MeasureHours("one day a month", [week with { Frequency = Frequency.Monthly, ByDay = [new(-1, DayOfWeek.Friday)] }]);
        MeasureHours("never", [week with { Frequency = Frequency.Monthly, ByDay = [], ByMonthDay = [31], ByMonth = [2] }]);
    }

    private static void MeasureHours(string name, ScheduleRule[] rules)
    {
        var hours = OpeningHours.From(rules);
        Func<DateTime, bool>[] ways = [hours.IsOpenAt, moment => hours.At(moment).IsOpen];
        var nanoseconds = new double[ways.Length];
        long bytes = 0;
        for (var round = 0; round < 5; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                var open = 0;
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < 50_000; i++)
                    open += ways[way](Year.DateTime.AddMinutes(i * 10)) ? 1 : 0;
                nanoseconds[way] = clock.Elapsed.TotalNanoseconds / 50_000;
                bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / 50_000 + (open < 0 ? 1 : 0);
            }
        }

        Console.WriteLine(FormattableString.Invariant($"| {name} | {nanoseconds[0]:0} | {nanoseconds[1]:0} | {bytes} |"));
    }
}
