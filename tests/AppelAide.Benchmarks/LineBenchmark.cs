using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;

namespace AppelAide.Benchmarks;

/// <summary><c>line</c>: whole calls through the real webhooks, beside Kestrel alone and beside the Node.js peer.</summary>
internal static class LineBenchmark
{
    private static readonly (int Connections, string OfA, string OfC, string Processor)[] Goals =
    [
        (1, "≥ 0.12", "≥ 2.5", ""),
        (32, "≥ 0.35", "≥ 20", "≤ 2.5"),
        (256, "≥ 0.60", "≥ 30", "≤ 1.8"),
    ];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Contestant.NewFolder();
        List<Contestant> contestants = [await Contestant.BareAsync(), await Contestant.ProductAsync("B", Path.Combine(folder, "b"))];
        if (!options.WithoutPeer)
            contestants.Add(await Contestant.PeerAsync(Path.Combine(folder, "c")));
        var samples = new Dictionary<(string Name, int Connections), List<Sample>>();
        var memory = new Dictionary<string, double>();
        try
        {
            using var client = new LoadDriver();
            foreach (var contestant in contestants)
                await client.WarmAsync(contestant, options.Seconds);
            foreach (var (connections, _, _, _) in Goals)
            {
                for (var round = 0; round < options.Rounds; round++)
                {
                    for (var i = 0; i < contestants.Count; i++)
                    {
                        var contestant = contestants[(i + round) % contestants.Count];
                        var key = (contestant.Name, connections);
                        if (!samples.TryGetValue(key, out var list))
                            samples[key] = list = [];
                        list.Add(await client.PlayAsync(contestant, connections, options.Seconds));
                        memory[contestant.Name] = contestant.Memory / (1024.0 * 1024);
                    }
                }
            }
        }
        finally
        {
            foreach (var contestant in contestants)
                await contestant.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        Print(contestants, samples, memory);
    }

    private static void Print(List<Contestant> contestants, Dictionary<(string Name, int Connections), List<Sample>> samples, Dictionary<string, double> memory)
    {
        Console.WriteLine("""

            ## line

            A: Kestrel alone, a constant answer. B: the line. C: Express, the official SDK, libsql, synchronous=FULL. Medians of the rounds (their range).

            | connections | A /s | B /s | C /s | B to A | goal | B to C | goal | CPU a request A / B / C, µs | B to A | goal |
            |---|---|---|---|---|---|---|---|---|---|---|
            """);
        foreach (var (connections, ofA, ofC, processor) in Goals)
        {
            var (a, b) = (samples[("A", connections)], samples[("B", connections)]);
            var c = samples.GetValueOrDefault(("C", connections), []);
            Console.WriteLine(
                $"| {connections} | {Rate(a)} | {Rate(b)} | {Rate(c)} | {Ratio(b, a, s => s.Load.Rate)} | {ofA} | {Ratio(b, c, s => s.Load.Rate, "0.0")} | {ofC} "
                + $"| {Processor(a)} / {Processor(b)} / {Processor(c)} | {Ratio(b, a, s => s.Processor)} | {processor} |");
        }

        Console.WriteLine();
        Console.WriteLine($"Memory at 256 connections, MB: {string.Join(", ", contestants.Select(contestant => $"{contestant.Name} {Statistics.Number(memory[contestant.Name])}"))}; "
            + $"B to A {Statistics.Number(memory["B"] / memory["A"], "0.00")} (goal ≤ 1.5)");
    }

    private static string Rate(List<Sample> samples) => Statistics.Number(Statistics.Median(samples.Select(sample => sample.Load.Rate)));

    private static string Processor(List<Sample> samples) => Statistics.Number(Statistics.Median(samples.Select(sample => sample.Processor)), "0.0");

    private static string Ratio(List<Sample> samples, List<Sample> to, Func<Sample, double> of, string format = "0.00") =>
        Statistics.Spread([.. samples.Zip(to, (sample, other) => of(sample) / of(other))], format);
}
