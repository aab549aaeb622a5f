using System.Globalization;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks;

/// <summary><c>log</c>: whether a turn costs more as the log grows, and on a disk that is slow to sync.</summary>
internal static class LogBenchmark
{
    private static readonly int[] Connections = [1, 32, 256];

    // As wide as real rows: what is said, and the reply in JSON.
    private const string Fill = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
        WITH RECURSIVE call(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM call WHERE n < @calls)
        INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, place_id, created_at, updated_at)
        SELECT n, randomblob(32), randomblob(40), '42', 'fr', 0, '03005', '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000' FROM call WHERE n <= @calls / 4 + 1;
        WITH RECURSIVE call(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM call WHERE n < @calls)
        INSERT INTO conversation (no, channel, provider_sid, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, turns, script_version, trial)
        SELECT n, 'voice', 'CA' || lower(hex(randomblob(16))), n / 4 + 1, '2026-01-01 00:00:00.000', '2026-01-01 00:02:00.000', 'fr', '03005', 'answered', 'formations.offre', 120, 14, 'x', 0 FROM call;
        WITH RECURSIVE row(n) AS (SELECT 14 UNION ALL SELECT n + 1 FROM row WHERE n < @rows + 13)
        INSERT INTO turn (conversation_no, turn_no, at, token, heard_kind, heard, intent, need, choice, confidence, language, said, node, events, reply, waited_ms, segments)
        SELECT n / 14, n % 14 + 1, '2026-01-01 00:00:00.000', lower(hex(randomblob(18))), 'digits', '2', 'answer', NULL, '2', 1.0, 'fr', @said, 'formations.offre',
          'formations.suivante formations.chercher formations.offre =answered', @reply, 4000, 0 FROM row;
        UPDATE sequence SET next = @calls + 1 WHERE name IN ('conversation', 'caller');
        INSERT OR IGNORE INTO sequence (name, next) VALUES ('conversation', @calls + 1), ('caller', @calls + 1);
        """;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Contestant.NewFolder();
        try
        {
            await PrintLengthAsync(options, folder);
            await PrintSlowSyncAsync(options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintLengthAsync(BenchmarkOptions options, string folder)
    {
        var full = Path.Combine(folder, "full");
        await (await Contestant.ProductAsync("B", full)).DisposeAsync();
        var size = Prefill(Path.Combine(full, "line.db"), options.Rows);
        await using var empty = await Contestant.ProductAsync("empty", Path.Combine(folder, "empty"));
        await using var filled = await Contestant.ProductAsync("full", full);
        var samples = await MeasureAsync(options, [empty, filled]);
        Console.WriteLine($"""

            ## log

            A turn with an empty log, and with {Statistics.Number(options.Rows)} turns in it ({Statistics.Number(size / 1e9, "0.0")} GB).

            | connections | empty, turns a second | full | CPU a turn, empty, µs | full | full to empty, CPU | goal |
            |---|---|---|---|---|---|---|
            """);
        foreach (var connections in Connections)
        {
            var (a, b) = (samples[("empty", connections)], samples[("full", connections)]);
            Console.WriteLine(
                $"| {connections} | {Rate(a)} | {Rate(b)} | {Processor(a)} | {Processor(b)} | {Statistics.Spread([.. b.Zip(a, (x, y) => x.Processor / y.Processor)])} | ≤ 1.10 |");
        }
    }

    private static async Task PrintSlowSyncAsync(BenchmarkOptions options, string folder)
    {
        var contestants = new List<Contestant>();
        try
        {
            contestants.Add(await Contestant.ProductAsync("B", Path.Combine(folder, "slow"), slowSync: true));
            if (!options.WithoutPeer)
                contestants.Add(await Contestant.PeerAsync(Path.Combine(folder, "slow-peer"), slowSync: true));
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            Console.WriteLine($"\nNot measured with a slow disk, which takes gcc: {error.Message}");
            return;
        }

        var samples = await MeasureAsync(options, contestants);
        Console.WriteLine("""

            With 2 ms more in each fsync (an ordinary disk).

            | connections | B, turns a second | p99, ms | CPU a turn, µs | C, turns a second | B to C |
            |---|---|---|---|---|---|
            """);
        foreach (var connections in Connections)
        {
            var b = samples[("B", connections)];
            var c = samples.GetValueOrDefault(("C", connections), []);
            Console.WriteLine($"| {connections} | {Rate(b)} | {Statistics.Number(Statistics.Median(b.Select(s => s.Load.P99)), "0.0")} | {Processor(b)} | {Rate(c)} | {Statistics.Spread([.. b.Zip(c, (x, y) => x.Load.Rate / y.Load.Rate)], "0.0")} |");
        }

        foreach (var contestant in contestants)
            await contestant.DisposeAsync();
    }

    private static async Task<Dictionary<(string Name, int Connections), List<Sample>>> MeasureAsync(BenchmarkOptions options, IReadOnlyList<Contestant> contestants)
    {
        var samples = new Dictionary<(string Name, int Connections), List<Sample>>();
        using var client = new LoadDriver();
        foreach (var contestant in contestants)
            await client.WarmAsync(contestant, options.Seconds);
        foreach (var connections in Connections)
        {
            for (var round = 0; round < options.Rounds; round++)
            {
                for (var i = 0; i < contestants.Count; i++)
                {
                    var contestant = contestants[(i + round) % contestants.Count];
                    if (!samples.TryGetValue((contestant.Name, connections), out var list))
                        samples[(contestant.Name, connections)] = list = [];
                    list.Add(await client.PlayAsync(contestant, connections, options.Seconds));
                }
            }
        }

        return samples;
    }

    /// <summary>Years of calls; the size of the file.</summary>
    private static long Prefill(string file, int rows)
    {
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = Fill;
            command.Parameters.AddWithValue("@rows", rows);
            command.Parameters.AddWithValue("@calls", (rows / 14) + 1);
            command.Parameters.AddWithValue("@said", new string('a', 260));
            command.Parameters.AddWithValue("@reply", new string('a', 480));
            command.ExecuteNonQuery();
        }

        return new FileInfo(file).Length;
    }

    private static string Rate(List<Sample> samples) => Statistics.Number(Statistics.Median(samples.Select(sample => sample.Load.Rate)));

    private static string Processor(List<Sample> samples) =>
        Statistics.Median(samples.Select(sample => sample.Processor)) is var value && double.IsNaN(value) ? "–" : value.ToString("0.0", CultureInfo.InvariantCulture);
}
