using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Seats that are left in each session: at most 2 s old, for it is only told; registering counts again.</summary>
internal sealed class SeatCounts(Database database)
{
    private const string Count = """
        SELECT row.session_id, SUM(CASE WHEN row.state = 'waiting' THEN 0 ELSE 1 END) AS held,
          SUM(CASE WHEN row.state = 'waiting' AND row.offers < @MostOffers AND contact.stopped = 0 AND contact.phone_tail <> '' THEN 1 ELSE 0 END) AS wanted
        FROM registration row JOIN caller contact ON contact.id = row.contact_id
        WHERE row.state <> 'cancelled' AND row.session_id IN (SELECT id FROM training_session WHERE date >= @Today) GROUP BY row.session_id
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Counted? counted;

    // Something on this host is about to be written: what is counted until then (UTC ticks) is not kept.
    private long changing;

    /// <summary>Seats that somebody who asks may have, as <see cref="SeatPlan.HasSeatFor"/> decides it; null when unlimited.</summary>
    public int? Left(TrainingSession session, DateTimeOffset now) => session.Seats is { } seats ? Left(session.Id, seats, session.Start, now) : null;

    /// <inheritdoc cref="Left(TrainingSession, DateTimeOffset)"/>
    public int Left(string session, int seats, DateTimeOffset start, DateTimeOffset now) =>
        At(now).TryGetValue(session, out var row) ? Math.Max(0, seats - row.Held - (SeatPlan.Offers(start, now) ? row.Wanted : 0)) : Math.Max(0, seats);

    /// <summary>Something is about to be written.</summary>
    public void Change(DateTimeOffset now) => Volatile.Write(ref changing, (now + Fresh).UtcTicks);

    private Dictionary<string, Row> At(DateTimeOffset now)
    {
        if (counted is { } last && now >= last.At && now - last.At < Fresh && last.At.UtcTicks > Volatile.Read(ref changing)) return last.Rows;
        var today = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        var rows = database.ReadAsync(
            connection => connection.Query<Row>(Count, new { Today = today, SeatPlan.MostOffers }).ToDictionary(row => row.SessionId),
            CancellationToken.None).GetAwaiter().GetResult();
        counted = new Counted(now, rows);
        return rows;
    }

    private sealed record Counted(DateTimeOffset At, Dictionary<string, Row> Rows);

    private sealed class Row
    {
        public string SessionId { get; init; } = "";
        public int Held { get; init; }
        public int Wanted { get; init; }
    }
}
