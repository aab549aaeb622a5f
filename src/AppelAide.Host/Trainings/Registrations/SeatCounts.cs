using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Seats that are taken, or wanted by those who wait, in each session: at most 2 s old, for it is only told; registering counts again.</summary>
internal sealed class SeatCounts(Database database)
{
    private const string Count = """
        SELECT session_id, COUNT(*) AS taken FROM registration
        WHERE state <> 'cancelled' AND session_id IN (SELECT id FROM training_session WHERE date >= @Today) GROUP BY session_id
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Counted? counted;

    // Something on this host is about to be written: what is counted until then (UTC ticks) is not kept.
    private long changing;

    /// <summary>Seats taken from today on; a session without any is absent.</summary>
    public IReadOnlyDictionary<string, int> At(DateTimeOffset now)
    {
        if (counted is { } last && now >= last.At && now - last.At < Fresh && last.At.UtcTicks > Volatile.Read(ref changing)) return last.Taken;
        var today = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        var taken = database.ReadAsync(
            connection => connection.Query<Row>(Count, new { Today = today }).ToDictionary(row => row.SessionId, row => row.Taken),
            CancellationToken.None).GetAwaiter().GetResult();
        counted = new Counted(now, taken);
        return taken;
    }

    /// <summary>Something is about to be written.</summary>
    public void Change(DateTimeOffset now) => Volatile.Write(ref changing, (now + Fresh).UtcTicks);

    private sealed record Counted(DateTimeOffset At, Dictionary<string, int> Taken);

    private sealed class Row
    {
        public string SessionId { get; init; } = "";
        public int Taken { get; init; }
    }
}
