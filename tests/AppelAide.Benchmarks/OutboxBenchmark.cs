using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Host;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks;

/// <summary><c>outbox</c>: whether claiming and recording a message costs more as the outbox fills up.</summary>
internal static class OutboxBenchmark
{
    private const int Batch = 10;
    private const int BatchesARound = 30;

    // Nine in ten were sent long ago; of the rest, half wait for their hour and half are due now.
    private const string Fill = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
        WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < @rows / 10 + 1)
        INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, place_id, created_at, updated_at)
        SELECT n, randomblob(32), randomblob(40), '42', 'fr', 0, '03005', '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000' FROM row;
        WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < @rows)
        INSERT INTO outbox_message (id, caller_id, kind, purpose, priority, language, body, spoken, segments, state, due_at, attempts, provider_sid, sent_at, created_at, updated_at)
        SELECT n, n % (@rows / 10) + 1, 'sms', CASE WHEN n % 10 < 9 THEN 'reminder' ELSE 'bulletin' END, CASE WHEN n % 10 < 9 THEN 1 ELSE 2 END, 'fr', @body, @body, 1,
          CASE WHEN n % 10 < 9 THEN 'delivered' ELSE 'due' END,
          CASE WHEN n % 20 = 19 THEN '2036-01-01 00:00:00.000' ELSE '2026-01-01 00:00:' || printf('%02d', n % 60) || '.000' END,
          CASE WHEN n % 10 < 9 THEN 1 ELSE 0 END, CASE WHEN n % 10 < 9 THEN 'SM' || lower(hex(randomblob(16))) END,
          CASE WHEN n % 10 < 9 THEN '2026-01-01 00:00:00.000' END, '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000' FROM row;
        INSERT INTO outbox_attempt (message_id, attempt, at, ended_at, outcome, provider_sid)
        SELECT id, 1, created_at, created_at, 'taken', provider_sid FROM outbox_message WHERE state = 'delivered';
        INSERT INTO sequence (name, next) VALUES ('outbox_message', @rows + 1);
        """;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var rows = Math.Min(options.Rows, 1_000_000);
        var folder = Contestant.NewFolder();
        try
        {
            await using var small = await OpenAsync(Path.Combine(folder, "small.db"), 50_000);
            await using var large = await OpenAsync(Path.Combine(folder, "large.db"), rows);
            await MeasureAsync(small);
            await MeasureAsync(large);
            List<(double Small, double Large)> rounds = [];
            for (var round = 0; round < options.Rounds; round++)
                rounds.Add(round % 2 == 0 ? (await MeasureAsync(small), await MeasureAsync(large)) : Swap(await MeasureAsync(large), await MeasureAsync(small)));
            Console.WriteLine($"""

                ## outbox

                A message claimed with {Batch - 1} others, its attempt begun and recorded as taken, each durably; without the provider.

                | messages in the outbox | µs a message, in batches of {Batch} | to the small one |
                |---|---|---|
                | 50,000 | {Statistics.Spread([.. rounds.Select(round => round.Small)], "0")} | 1 |
                | {Statistics.Number(rows)} | {Statistics.Spread([.. rounds.Select(round => round.Large)], "0")} | {Statistics.Spread([.. rounds.Select(round => round.Large / round.Small)])} |
                """);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Small, double Large) Swap(double large, double small) => (small, large);

    private static async Task<WebApplication> OpenAsync(string file, int rows)
    {
        // Filled while nobody else has it open.
        await (await BuildAsync(file)).DisposeAsync();
        SqliteConnection.ClearAllPools();
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = Fill;
            command.Parameters.AddWithValue("@rows", rows);
            command.Parameters.AddWithValue("@body", new string('a', 140));
            command.ExecuteNonQuery();
        }

        return await BuildAsync(file);
    }

    private static async Task<WebApplication> BuildAsync(string file)
    {
        var app = LineApplication.Build(
            [$"--Database:ConnectionString=Data Source={file}"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration["Twilio:AuthToken"] = Contestant.AuthToken;
            });
        await app.Services.OpenLineAsync(CancellationToken.None);
        return app;
    }

    /// <summary>Microseconds a message.</summary>
    private static async Task<double> MeasureAsync(WebApplication app)
    {
        var outbox = app.Services.GetRequiredService<OutboxStore>();
        var database = app.Services.GetRequiredService<Database>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var start = Stopwatch.GetTimestamp();
        for (var batch = 0; batch < BatchesARound; batch++)
        {
            var claimed = await outbox.ClaimAsync(clock.GetUtcNow(), TimeSpan.FromMinutes(2), Batch, CancellationToken.None);
            if (claimed.Count < Batch) throw new InvalidOperationException("The outbox is empty: fewer rounds, or more rows.");
            await Task.WhenAll(claimed.Select(async message =>
            {
                var now = clock.GetUtcNow();
                await outbox.BeginAttemptAsync(message, now.AddHours(-12), 100, now, CancellationToken.None);
                await database.WriteAsync(scope => outbox.Take(scope, message.Id, message.Attempts + 1, $"SM{Guid.NewGuid():N}", now), CancellationToken.None);
            }));
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Batch * BatchesARound);
    }
}
