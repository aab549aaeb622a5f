using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings;

/// <summary>Who registered for which session.</summary>
internal sealed class RegistrationStore(Database database, SequenceStore sequences)
{
    private const string CountTaken = """
        SELECT session_id, COUNT(*) AS taken FROM registration
        WHERE state IN ('registered', 'offered') AND session_id IN (SELECT id FROM training_session WHERE date >= @today) GROUP BY session_id
        """;

    // Locks the session: two citizens who want the last seat come one after the other.
    private const string LockSession = """
        SELECT COALESCE(s.seats, t.seats) AS seats, s.state FROM training_session s {0} JOIN training t ON t.id = s.training_id WHERE s.id = @session
        """;

    private const string Registrations = "SELECT id, caller_id, code, state FROM registration WHERE session_id = @session";

    private const string Insert = """
        INSERT INTO registration (id, session_id, caller_id, contact_id, name, name_key, conversation_no, code, state, offers, registered_at, updated_at)
        VALUES (@id, @session, @caller, @caller, '', '', @conversation, @code, 'registered', 0, @now, @now)
        """;

    private const string Renew = """
        UPDATE registration SET state = 'registered', code = @code, conversation_no = @conversation, registered_at = @now, updated_at = @now
        WHERE id = @id
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private const int FirstCode = 100;
    private const int Codes = 900;

    private volatile SeatCount? counted;

    // A registration on this host is about to be written: what is counted until then (UTC ticks) is not kept.
    private long registering;

    private readonly string lockSession = string.Format(CultureInfo.InvariantCulture, LockSession, database.Dialect.ForUpdate);

    /// <summary>
    /// Seats taken in each session from today on; a session without any is absent. At most 2 s old: it is told to citizens, and registering
    /// counts again, in its transaction.
    /// </summary>
    public IReadOnlyDictionary<string, int> SeatsTaken(DateTimeOffset now)
    {
        if (counted is { } last && now >= last.At && now - last.At < Fresh && last.At.UtcTicks > Volatile.Read(ref registering))
            return last.Taken;
        var today = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        var taken = database.ReadAsync(
            connection => connection.Query<TakenRow>(CountTaken, new { today }).ToDictionary(row => row.SessionId, row => row.Taken),
            CancellationToken.None).GetAwaiter().GetResult();
        counted = new SeatCount(now, taken);
        return taken;
    }

    /// <summary>Gives a caller a seat, if there is one. Asked again by the same caller, gives the same code.</summary>
    public RegistrationResult Register(WriteScope scope, string session, long caller, long conversation, DateTimeOffset now)
    {
        Volatile.Write(ref registering, (now + Fresh).UtcTicks);
        if (scope.QueryFirst<SeatsRow>(lockSession, new { session }) is not { State: "planned" } seats)
            return new(RegistrationStatus.Gone, "");
        var rows = scope.Query<RegistrationRow>(Registrations, new { session });
        var own = rows.Find(row => row.CallerId == caller);
        if (own is { State: "registered" })
            return new(RegistrationStatus.Already, own.Code);
        if (seats.Seats is { } limit && rows.Count(row => row.State == "registered") >= limit)
            return new(RegistrationStatus.Full, "");
        if (own is null && rows.Count >= Codes)
            return new(RegistrationStatus.Full, "");

        var code = own?.Code ?? FreeCode(rows, caller);
        if (own is null)
            scope.Execute(Insert, new { id = sequences.Next(scope, "registration"), session, caller, conversation, code, now });
        else
            scope.Execute(Renew, new { id = own.Id, code, conversation, now });
        return new(RegistrationStatus.Registered, code);
    }

    // No chance in it: work that is run again gives the same code. Spread, so that neighbours on a list do not have neighbouring codes.
    private static string FreeCode(List<RegistrationRow> rows, long caller)
    {
        var taken = rows.Select(row => row.Code).ToHashSet();
        for (var attempt = 0L; ; attempt++)
        {
            var code = (FirstCode + (((caller * 611) + rows.Count + attempt) % Codes)).ToString(CultureInfo.InvariantCulture);
            if (!taken.Contains(code))
                return code;
        }
    }

    private sealed record SeatCount(DateTimeOffset At, Dictionary<string, int> Taken);

    private sealed class TakenRow
    {
        public string SessionId { get; init; } = "";
        public int Taken { get; init; }
    }

    private sealed class SeatsRow
    {
        public int? Seats { get; init; }
        public string State { get; init; } = "";
    }

    private sealed class RegistrationRow
    {
        public long Id { get; init; }
        public long CallerId { get; init; }
        public string Code { get; init; } = "";
        public string State { get; init; } = "";
    }
}
