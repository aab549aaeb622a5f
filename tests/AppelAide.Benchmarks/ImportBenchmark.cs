using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Host;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;

namespace AppelAide.Benchmarks;

/// <summary><c>import</c>: how long a directory takes to come in, in how much memory, and how long other writes wait meanwhile.</summary>
internal static class ImportBenchmark
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task RunAsync()
    {
        Console.WriteLine("""

            ## import

            HSDS 3.0 tabular into SQLite, from the command to all applied; goal for 100,000 services: under 60 s, in under 300 MB. Seconds are on a machine that others use too: "of a core" is what it worked. The last column is the same files again.

            | services | records | seconds | of a core | working set at most, MB | managed above before, MB | longest other write, ms | snapshot loaded, s | again, unchanged, s |
            |---|---|---|---|---|---|---|---|---|
            """);
        foreach (var size in Sizes)
            await MeasureAsync(size);
    }

    private static async Task MeasureAsync(int services)
    {
        var folder = Contestant.NewFolder();
        try
        {
            await using var app = LineApplication.Build(
                [$"--Database:ConnectionString=Data Source={Path.Combine(folder, "line.db")}"],
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Configuration["Twilio:AuthToken"] = Contestant.AuthToken;
                });
            await app.Services.OpenLineAsync(CancellationToken.None);
            var terms = app.Services.GetRequiredService<ScriptLibrary>().Live.Needs.Values.SelectMany(need => need.Labels.Values.Take(1)).ToList();
            var files = Path.Combine(folder, "files");
            var rows = GeneratedDirectory.Write(files, services, terms);
            var import = app.Services.GetRequiredService<DirectoryImport>();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var watch = Watch.Start(app.Services.GetRequiredService<Database>());
            var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await import.RunAsync(new(files, "bench", "bench"), null, CancellationToken.None);
            busy = Environment.CpuUsage.TotalTime - busy;
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var (managed, _, highest, longest) = await watch.StopAsync();
            start = Stopwatch.GetTimestamp();
            await app.Services.GetRequiredService<DirectorySource>().RefreshAsync(CancellationToken.None);
            var loaded = Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            await import.RunAsync(new(files, "bench", "bench"), null, CancellationToken.None);
            var again = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(
                $"| {Statistics.Number(services)} | {Statistics.Number(rows)} | {Statistics.Number(took, "0.0")} | {Statistics.Number(busy.TotalSeconds, "0.0")} | {Statistics.Number(highest / 1e6, "0")} | {Statistics.Number(managed / 1e6, "0")} | {Statistics.Number(longest, "0")} | {Statistics.Number(loaded, "0.0")} | {Statistics.Number(again, "0.0")} |");
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
