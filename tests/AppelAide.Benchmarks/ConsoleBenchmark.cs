using System.Diagnostics;
using AppelAide.Benchmarks.Consoles;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Review;

namespace AppelAide.Benchmarks;

/// <summary><c>console</c>: what staff wait for, with a million conversations in the log, and what callers wait for meanwhile.</summary>
internal static class ConsoleBenchmark
{
    private const int OnAPage = 50;
    private const int Samples = 200;
    private const int Connections = 64;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = options.Folder ?? Contestant.NewFolder();
        Directory.CreateDirectory(folder);
        try
        {
            var file = Path.Combine(folder, "line.db");
            var start = Stopwatch.GetTimestamp();
            await FilledLog.MakeAsync(file, options.Rows);
            Console.WriteLine($"""

                ## console

                {Statistics.Number(options.Rows / 10)} conversations, about {Statistics.Number(options.Rows)} turns, {Statistics.Number(new FileInfo(file).Length / 1e9, "0.0")} GB; made in {Statistics.Number(Stopwatch.GetElapsedTime(start).TotalSeconds)} s.
                """);
            await using (var app = FilledLog.Open(file))
            {
                await SearchAsync(app.Services, options.Rows / 10);
                await CallsAsync(app.Services, options.Rows / 10);
                await ExportAsync(app.Services);
                await StaffAtWork.AddAsync(app.Services);
            }

            await using var product = await Contestant.ProductAsync("B", folder, environment: "Development");
            using var staff = await StaffAtWork.SignInAsync(product.Port, options.Rows / 10);
            await PagesAsync(staff);
            await LineAsync(product, staff, file, options);
        }
        finally
        {
            if (options.Folder is null) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first page, and pages from anywhere in the log on, older and newer.</summary>
    private static async Task SearchAsync(IServiceProvider services, int conversations)
    {
        var search = services.GetRequiredService<CallSearch>();
        Console.WriteLine($"""

            A page of {OnAPage} lines, from anywhere in the log. Goal: p99 under 100 ms with any one filter.

            | filter | first page, ms | lines | p50, ms | p99, ms |
            |---|---|---|---|---|
            """);
        foreach (var (name, filter) in LogFilters.All)
        {
            var dice = new Random(1);
            var first = Stopwatch.GetTimestamp();
            var page = await search.FindAsync(filter, OnAPage, CancellationToken.None);
            var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
            var took = new List<double>();
            for (var i = 0; i < Samples; i++)
            {
                long? beside = i % 4 == 0 ? null : dice.Next(1, conversations + 1);
                var begun = Stopwatch.GetTimestamp();
                await search.FindAsync(filter, beside, i % 3 != 0, OnAPage, CancellationToken.None);
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            var lines = page.SearchedTo is null ? $"{page.Entries.Count}" : $"{page.Entries.Count}, and looked back to {page.SearchedTo.StartedAt:yyyy-MM-dd}";
            Console.WriteLine($"| {name} | {Statistics.Number(cold, "0.0")} | {lines} | {Statistics.Percentile(took, 0.5)} | {Statistics.Percentile(took, 0.99)} |");
        }
    }

    /// <summary>All that the page of a call reads.</summary>
    private static async Task CallsAsync(IServiceProvider services, int conversations)
    {
        var log = services.GetRequiredService<CallLogReader>();
        var dice = new Random(2);
        var took = new List<double>();
        for (var i = 0; i < 5 * Samples; i++)
        {
            var no = dice.Next(1, conversations + 1);
            var begun = Stopwatch.GetTimestamp();
            var call = (await log.FindAsync(no, CancellationToken.None))!;
            await services.GetRequiredService<NoteStore>().ListAsync(no, CancellationToken.None);
            await services.GetRequiredService<TagStore>().ListAsync(no, CancellationToken.None);
            await services.GetRequiredService<RecordingStore>().ListAsync(no, call.Entry.CallerId, CancellationToken.None);
            await services.GetRequiredService<CallConsequenceReader>().ListAsync(no, call.Entry.CallerId, CancellationToken.None);
            await services.GetRequiredService<CallNeighbours>().FindAsync(no, call.Entry.CallerId, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        Console.WriteLine($"\nA call with all that it led to: p50 {Statistics.Percentile(took, 0.5)} ms, p99 {Statistics.Percentile(took, 0.99)} ms (goal: under 30 ms).");
    }

    private static async Task ExportAsync(IServiceProvider services)
    {
        var begun = Stopwatch.GetTimestamp();
        long count = 0;
        await foreach (var batch in services.GetRequiredService<CallSearch>().AllAsync(new CallFilter { Outcome = "abandoned" }, 1000, CancellationToken.None)) count += batch.Count;
        Console.WriteLine($"\nRead for an export: {Statistics.Number(count)} conversations, {Statistics.Number(count / Stopwatch.GetElapsedTime(begun).TotalSeconds)} a second.");
    }

    /// <summary>Whole pages, as a browser asks for them.</summary>
    private static async Task PagesAsync(StaffAtWork staff)
    {
        Console.WriteLine("""

            Whole pages through Kestrel, one after another.

            | page | p50, ms | p99, ms |
            |---|---|---|
            """);
        foreach (var query in StaffAtWork.Queries)
        {
            var took = new List<double>();
            for (var i = 0; i < Samples; i++) took.Add(await staff.LogAsync(query, i % 4 != 0));
            Console.WriteLine($"| log, {(query.Length == 0 ? "no filter" : query)} | {Statistics.Percentile(took[5..], 0.5)} | {Statistics.Percentile(took[5..], 0.99)} |");
        }

        var calls = new List<double>();
        for (var i = 0; i < 2 * Samples; i++) calls.Add(await staff.CallAsync());
        Console.WriteLine($"| a call | {Statistics.Percentile(calls[5..], 0.5)} | {Statistics.Percentile(calls[5..], 0.99)} |");
        var (bytes, seconds) = await staff.ExportAsync("outcome=abandoned&from=2026-01-01", CancellationToken.None);
        Console.WriteLine($"\nAn export: {Statistics.Number(bytes / 1e6, "0.0")} MB in {Statistics.Number(seconds, "0.0")} s.");
    }

    /// <summary>The turns of callers, without and while three read and one exports.</summary>
    private static async Task LineAsync(Contestant product, StaffAtWork staff, string file, BenchmarkOptions options)
    {
        using var client = new LoadDriver();
        await client.WarmAsync(product, options.Seconds);
        List<(double Alone50, double Beside50, double Alone99, double Beside99, double AloneCpu, double BesideCpu)> rounds = [];
        var pages = 0;
        for (var round = 0; round < options.Rounds; round++)
        {
            // In turn, so that neither is always the first.
            var first = round % 2 == 0 ? await PlayAsync(false) : await PlayAsync(true);
            var second = round % 2 == 0 ? await PlayAsync(true) : await PlayAsync(false);
            var (alone, beside) = round % 2 == 0 ? (first, second) : (second, first);
            rounds.Add((alone.Load.P50, beside.Load.P50, alone.Load.P99, beside.Load.P99, alone.Processor, beside.Processor));
        }

        Console.WriteLine($"""

            {options.Rate} turns a second over {Connections} connections, {options.Rounds} rounds of {options.Seconds} s, without and with three who read and one who exports ({pages} pages).

            | p50 without, ms | with | ratio | p99 without, ms | with | ratio | CPU of a second, without | with | goal |
            |---|---|---|---|---|---|---|---|---|
            | {Statistics.Spread([.. rounds.Select(r => r.Alone50)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside50)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside50 / r.Alone50)])} | {Statistics.Spread([.. rounds.Select(r => r.Alone99)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside99)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside99 / r.Alone99)])} | {Statistics.Spread([.. rounds.Select(r => r.AloneCpu * options.Rate / 1e6)])} | {Statistics.Spread([.. rounds.Select(r => r.BesideCpu * options.Rate / 1e6)])} | ≤ 1.10 |
            """);

        async Task<Sample> PlayAsync(bool beside)
        {
            // So many call that the few sessions would each have hundreds who wait, which no line has: each measure begins with free seats.
            FilledLog.FreeSeats(file);
            using var over = new CancellationTokenSource();
            var working = beside ? staff.WorkAsync(over.Token) : Task.FromResult(0);
            var sample = await client.PlayAsync(product, Connections, options.Seconds, options.Rate);
            await over.CancelAsync();
            pages += await working;
            return sample;
        }
    }
}
