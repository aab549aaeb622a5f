using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;
using AppelAide.Host;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Scripts;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks;

/// <summary><c>figures</c>: how fast the figures are read with a year of calls counted, what counting costs, and what callers feel of it.</summary>
internal static class FiguresBenchmark
{
    private const int Samples = 100;
    private const int Rate = 300;
    private const int Connections = 32;
    private const int Beside = 60_000;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Contestant.NewFolder();
        try
        {
            await ReadersAsync(Path.Combine(folder, "line.db"), options.Rows / FiguresFill.Turns);
            SqliteConnection.ClearAllPools();
            await BesideCallsAsync(options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadersAsync(string file, int conversations)
    {
        await FillAsync(file, conversations);
        await using var app = Open(file);
        await app.Services.OpenLineAsync(default);
        var counting = app.Services.GetRequiredService<FigureCounting>();
        var (begun, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var batches = 0;
        var slowest = 0.0;
        bool more;
        do
        {
            var batch = Stopwatch.GetTimestamp();
            more = await counting.CountAsync(default);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(batch).TotalMilliseconds);
            batches++;
        }
        while (more);
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var cost = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"""

            ## figures

            {Statistics.Number(conversations)} conversations, about {Statistics.Number(conversations * FiguresFill.Turns)} turns, {Statistics.Number(new FileInfo(file).Length / 1e9, "0.0")} GB.

            Counted one batch after the other, without the pauses: {Statistics.Number(took / conversations * 100_000, "0.0")} s for 100,000 conversations ({Statistics.Number(conversations / took)} a second), of processor {Statistics.Number(cost / conversations * 100_000, "0.0")} s; a batch of {FigureCounting.AtOnce}: {Statistics.Number(took * 1000 / batches, "0.0")} ms, the slowest {Statistics.Number(slowest, "0")} ms.

            | page, all of a year | first, ms | p50, ms | p99, ms | goal | CPU each, ms |
            |---|---|---|---|---|---|
            """);
        var figures = app.Services.GetRequiredService<FiguresReader>();
        var dialogues = app.Services.GetRequiredService<DialogueFiguresReader>();
        var year = FigurePeriod.UpTo(DateOnly.FromDateTime(FiguresFill.End.DateTime), 53);
        await MeasureAsync("calls, texts and people", () => figures.ReadAsync(year, null, default));
        await MeasureAsync("of a place", () => figures.ReadAsync(year, "P0003", default));
        await MeasureAsync("needs, and places", async () => await Task.WhenAll(figures.NeedsAsync(year, null, default), figures.PlacesAsync(year, null, default)));
        await MeasureAsync("needs of a place, places of a need", async () => await Task.WhenAll(figures.NeedsAsync(year, "P0003", default), figures.PlacesAsync(year, "food", default)));
        await MeasureAsync("questions", () => dialogues.NodesAsync(year, "", "", default));
        await MeasureAsync("questions, calls in French", () => dialogues.NodesAsync(year, "voice", "fr", default));
        await MeasureAsync("a dialogue's graph", () => dialogues.DialogueAsync(year, "aide", default));
        await MeasureAsync("yesterday", () => app.Services.GetRequiredService<YesterdayFigures>().ReadAsync(DateOnly.FromDateTime(FiguresFill.End.DateTime), default));
    }

    private static async Task MeasureAsync<T>(string name, Func<Task<T>> read)
    {
        var took = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i <= Samples; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await read();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / took.Count;
        var warm = took.Skip(1).Order().ToArray();
        Console.WriteLine($"| {name} | {Statistics.Number(took[0], "0.0")} | {Statistics.Number(warm[warm.Length / 2], "0.0")} | {Statistics.Number(warm[^1], "0.0")} | < 300 | {Statistics.Number(each, "0.0")} |");
    }

    /// <summary>Two lines on the same log: one has it counted, the other counts it while people call.</summary>
    private static async Task BesideCallsAsync(BenchmarkOptions options, string folder)
    {
        var (still, busy) = (Path.Combine(folder, "still"), Path.Combine(folder, "busy"));
        Directory.CreateDirectory(still);
        Directory.CreateDirectory(busy);
        await FillAsync(Path.Combine(busy, "line.db"), Beside);
        SqliteConnection.ClearAllPools();
        File.Copy(Path.Combine(busy, "line.db"), Path.Combine(still, "line.db"));
        FiguresFill.Execute(Path.Combine(still, "line.db"), "UPDATE conversation SET counted = 1; PRAGMA wal_checkpoint(TRUNCATE);");
        foreach (var key in Directory.GetFiles(busy, "*.key")) File.Copy(key, Path.Combine(still, Path.GetFileName(key)));
        await using var a = await Contestant.ProductAsync("still", still);
        await using var b = await Contestant.ProductAsync("busy", busy);
        using var client = new LoadDriver();
        await client.WarmAsync(a, options.Seconds);
        await client.WarmAsync(b, options.Seconds);
        var (left, rounds) = (Uncounted(), new List<(Sample Still, Sample Busy)>());
        for (var round = 0; round < options.Rounds && left > 0; round++)
        {
            var first = round % 2 == 0 ? a : b;
            var one = await client.PlayAsync(first, Connections, options.Seconds, Rate);
            var other = await client.PlayAsync(first == a ? b : a, Connections, options.Seconds, Rate);
            rounds.Add(first == a ? (one, other) : (other, one));
            var now = Uncounted();
            Console.WriteLine($"<!-- round {round + 1}: {left - now} counted meanwhile, {now} left -->");
            left = now;
        }

        Console.WriteLine($"""

            {Rate} turns a second over {Connections} connections, while the figures of {Statistics.Number(Beside)} old conversations are counted without end; and on a line that has none to count.

            | | p50, ms | p99, ms | CPU a turn, µs |
            |---|---|---|---|
            | nothing to count | {Of(r => r.Still.Load.P50)} | {Of(r => r.Still.Load.P99)} | {Of(r => r.Still.Processor)} |
            | counting | {Of(r => r.Busy.Load.P50)} | {Of(r => r.Busy.Load.P99)} | {Of(r => r.Busy.Processor)} |
            | ratio | {Of(r => r.Busy.Load.P50 / r.Still.Load.P50)} | {Of(r => r.Busy.Load.P99 / r.Still.Load.P99)} | |
            """);

        string Of(Func<(Sample Still, Sample Busy), double> value) => Statistics.Spread([.. rounds.Select(value)]);

        long Uncounted()
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(busy, "line.db")};Pooling=False;Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM conversation WHERE counted = 0 AND ended_at IS NOT NULL AND script_version = 'x'";
            return (long)command.ExecuteScalar()!;
        }
    }

    private static async Task FillAsync(string file, int conversations)
    {
        await using var app = Open(file);
        await app.Services.OpenLineAsync(default);
        FiguresFill.Run(file, app.Services.GetRequiredService<ScriptLibrary>(), conversations);
        FiguresFill.Execute(file, $"INSERT OR REPLACE INTO sequence (name, next) VALUES ('conversation', {conversations + 1}), ('caller', {conversations + 1}), ('referral', {conversations + 1});");
    }

    private static WebApplication Open(string file) => LineApplication.Build(
        [$"--Database:ConnectionString=Data Source={file}", $"--Twilio:AuthToken={Contestant.AuthToken}"], builder => builder.Logging.ClearProviders());
}
