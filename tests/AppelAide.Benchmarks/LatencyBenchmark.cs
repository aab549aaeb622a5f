using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;

namespace AppelAide.Benchmarks;

/// <summary><c>latency</c>: how long a turn takes at a fixed rate, far above what a line of two regions ever sees.</summary>
internal static class LatencyBenchmark
{
    private const int Rate = 500;
    private const int Connections = 64;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Contestant.NewFolder();
        var samples = new List<Sample>();
        try
        {
            await using var product = await Contestant.ProductAsync("B", folder);
            using var client = new LoadDriver();
            await client.WarmAsync(product, options.Seconds);
            await client.PlayAsync(product, Connections, options.Seconds, Rate);
            for (var round = 0; round < options.Rounds; round++)
                samples.Add(await client.PlayAsync(product, Connections, options.Seconds, Rate));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"""

            ## latency

            {Rate} turns a second over {Connections} connections; a request that had to wait for the one before counts from when it was due.

            | turns a second | p50, ms | p99, ms | goal | p99.9, ms | CPU a turn, µs |
            |---|---|---|---|---|---|
            | {Statistics.Number(Statistics.Median(samples.Select(s => s.Load.Rate)))} | {Of(s => s.Load.P50)} | {Of(s => s.Load.P99)} | ≤ 10 | {Of(s => s.Load.P999)} | {Of(s => s.Processor)} |
            """);

        string Of(Func<Sample, double> value) => Statistics.Spread([.. samples.Select(value)]);
    }
}
