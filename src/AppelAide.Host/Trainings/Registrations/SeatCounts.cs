using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Counts the seats that are taken or wanted: at most 2 s old, for it is only told; registering counts again.</summary>
internal sealed class SeatCounts(Database database)
{
    private const string Count = """
        SELECT row.session_id, SUM(CASE WHEN row.state = 'waiting' THEN 0 ELSE 1 END) AS held,
          SUM(CASE WHEN row.state = 'waiting' AND row.offers < @MostOffers AND contact.stopped = 0 AND contact.phone_tail <> '' THEN 1 ELSE 0 END) AS wanted
        FROM registration row JOIN caller contact ON contact.id = row.contact_id
        WHERE row.state <> 'cancelled' AND row.session_id IN (SELECT id FROM training_session WHERE date >= @Today) GROUP BY row.session_id
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile CountedSeats? counted;

    // How often this host has changed something.
    private int changes;

    /// <summary>The seats of a moment: whoever looks at several sessions asks once.</summary>
    public CountedSeats At(DateTimeOffset now)
    {
        var seen = Volatile.Read(ref changes);
        if (counted is { } last && last.Changes == seen && now >= last.At && now - last.At < Fresh) return last;
        var today = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        var rows = database.ReadAsync(
            connection => connection.Query<CountedSeats.Row>(Count, new { Today = today, SeatPlan.MostOffers }).ToDictionary(row => row.SessionId),
            CancellationToken.None).GetAwaiter().GetResult();
        return counted = new CountedSeats(now, seen, rows);
    }

    /// <summary>Something is written: what was counted before its commit is not told after it.</summary>
    public void Change(WriteScope scope) => scope.AfterCommit(() => Interlocked.Increment(ref changes));
}
