using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Host;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Persistence;
using Microsoft.Data.Sqlite;

namespace AppelAide.Benchmarks;

/// <summary><c>bulletin</c>: how long it takes to plan a bulletin to many subscribers, in how much memory, and how long other writes wait meanwhile.</summary>
internal static class BulletinBenchmark
{
    private const int Few = 10_000;
    private const int Many = 100_000;
    private const int SecondsAllowed = 30;

    // A third asked for everywhere, half of the others for a place of the bulletin; one in ten reads English, one in twenty lives on Atlantic time.
    private const string Fill = """
        WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < @subscribers)
        INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, place_id, created_at, updated_at)
        SELECT n, randomblob(32), randomblob(40), '42', CASE WHEN n % 10 = 0 THEN 'en' ELSE 'fr' END, 0,
          CASE WHEN n % 20 = 0 THEN '01023' ELSE '03005' END, '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000' FROM one;
        INSERT INTO subscription (caller_id, topic, place_id, channel, conversation_no, since)
        SELECT id, 'news', CASE id % 3 WHEN 0 THEN '' WHEN 1 THEN '03005' ELSE '01023' END, CASE WHEN id % 50 = 0 THEN 'call' ELSE 'sms' END, 1, created_at FROM caller;
        INSERT INTO subscription (caller_id, topic, place_id, channel, conversation_no, since) SELECT id, 'training', '03005', 'sms', 1, created_at FROM caller;
        """;

    public static async Task RunAsync()
    {
        Console.WriteLine($"""

            ## bulletin

            A bulletin on SQLite, from due to all in the outbox; goal for {Statistics.Number(Many)} people: under {SecondsAllowed} s, in the memory that {Statistics.Number(Few)} take.

            | for | people | seconds | managed memory, highest above before, MB | working set, the same, MB | longest other write, ms |
            |---|---|---|---|---|---|
            """);
        await MeasureAsync(Few, "everywhere");
        await MeasureAsync(Many, "everywhere");
        await MeasureAsync(Many, "two places", "03005", "01023");
    }

    private static async Task MeasureAsync(int subscribers, string name, params string[] places)
    {
        var folder = Contestant.NewFolder();
        try
        {
            var file = Path.Combine(folder, "line.db");
            await using var app = LineApplication.Build(
                [$"--Database:ConnectionString=Data Source={file}"],
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Configuration["Twilio:AuthToken"] = Contestant.AuthToken;
                });
            await app.Services.OpenLineAsync(CancellationToken.None);
            Prefill(file, subscribers);
            var planner = app.Services.GetRequiredService<BulletinPlanner>();
            var bulletins = app.Services.GetRequiredService<BulletinService>();
            // Compiled and warm before it counts.
            await PlanAsync("transport");
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var watch = Watch.Start(app.Services.GetRequiredService<Database>());
            var (seconds, people) = await PlanAsync("news");
            var (managed, resident, _, longest) = await watch.StopAsync();
            Console.WriteLine(
                $"| {name} | {Statistics.Number(people)} | {Statistics.Number(seconds, "0.0")} | {Statistics.Number(managed / 1e6, "0.0")} | {Statistics.Number(resident / 1e6, "0.0")} | {Statistics.Number(longest, "0")} |");

            async Task<(double Seconds, int People)> PlanAsync(string topic)
            {
                var draft = new BulletinDraft(
                    topic, places, "L'eau est bonne à boire de nouveau. Merci de votre patience.", "The water is safe to drink again. Thank you for your patience.", "benchmark");
                var id = (await bulletins.WriteAsync(draft, CancellationToken.None)).Bulletin.Id;
                await bulletins.ScheduleAsync(id, null, CancellationToken.None);
                var start = Stopwatch.GetTimestamp();
                await planner.PlanDueAsync(CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
                return (took, (await bulletins.ShowAsync(id, CancellationToken.None)).Bulletin.People);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Prefill(string file, int subscribers)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = Fill;
        command.Parameters.AddWithValue("@subscribers", subscribers);
        command.ExecuteNonQuery();
    }
}
