using Dapper;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>Accounts for everything: the tables against the model, and against what must always hold.</summary>
internal sealed class MonthAudit(SimulatedMonth month)
{
    private const string Rows = """
        SELECT registration.id, session_id, code, state, attendance, offers, contact.phone_tail AS tail, contact.language FROM registration JOIN caller contact ON contact.id = contact_id
        """;

    private const string Changes = "SELECT registration_id AS id, state, reason FROM registration_change ORDER BY registration_id, number";

    // Every message in a final state, or due later.
    private const string Unsettled = "SELECT state || ' ' || COALESCE(reason, '') FROM outbox_message WHERE state IN ('sending', 'sent') OR (state = 'due' AND due_at <= @Now)";

    private const string Twice = "SELECT session_id || ' ' || code FROM registration GROUP BY session_id, code HAVING COUNT(*) > 1";

    // More than the day's three to one telephone, of what nobody asked for, in the line's own day.
    private const string TooMany = """
        SELECT COUNT(*) AS sent FROM outbox_message WHERE priority > 0 AND sent_at IS NOT NULL GROUP BY caller_id, substr(sent_at, 1, 10) HAVING COUNT(*) > 3
        """;

    private static readonly HashSet<(string From, string To)> Legal =
    [
        ("", "registered"), ("", "waiting"), ("registered", "cancelled"), ("waiting", "registered"), ("waiting", "offered"), ("waiting", "cancelled"), ("offered", "registered"),
        ("offered", "waiting"), ("offered", "cancelled"), ("cancelled", "registered"), ("cancelled", "waiting"),
    ];

    private readonly List<string> faults = [];

    /// <summary>Every registration is as the model has it, and every session within its seats.</summary>
    public async Task CompareAsync()
    {
        var rows = await QueryAsync<Row>(Rows);
        Throw();
        var seats = month.Model.Seats.ToDictionary(seat => (seat.Session.Id, seat.Code));
        foreach (var row in rows)
        {
            if (!seats.Remove((row.SessionId, row.Code), out var seat)) Fault($"{row.SessionId} no {row.Code} ({row.State}) is known to nobody");
            else if (row.State != seat.State || row.Attendance != seat.Attendance || row.Offers != seat.Offers) Fault($"{seat}, asked {seat.Offers} times, is {row.State}, asked {row.Offers} times, {row.Attendance}");
            else if (seat.Contact.Phone.Length > 0 && (row.Tail != seat.Contact.Phone[^2..] || row.Language != seat.Contact.Language)) Fault($"{seat} is told at {row.Tail} in {row.Language}");
        }

        foreach (var lost in seats.Values) Fault($"{lost} is lost");
        foreach (var session in month.Model.Sessions)
        {
            var taken = rows.Count(row => row.SessionId == session.Id && row.State is "registered" or "offered" && row.SessionId == session.Id);
            if (taken > session.Seats + session.Overbooked) Fault($"{session.Id} has {session.Seats} seats and {taken} taken");
        }

        Throw();
    }

    /// <summary>The end of the month.</summary>
    public async Task CloseAsync()
    {
        await CompareAsync();
        await PathsAsync();
        foreach (var twice in await QueryAsync<string>(Twice)) Fault($"The number is given twice: {twice}");
        foreach (var open in await QueryAsync<string>(Unsettled)) Fault($"A message is {open}");
        foreach (var many in await QueryAsync<int>(TooMany)) Fault($"A telephone got {many} messages in a day");
        foreach (var seat in month.Model.Seats) Check(seat);
        faults.AddRange(month.Acts.Surprises);
        faults.AddRange(month.Deliveries.Faults);
        faults.AddRange(month.Unlisted);
        Throw();
    }

    public void Throw()
    {
        if (faults.Count > 0 || month.Acts.Surprises.Count > 0 || month.Deliveries.Faults.Count > 0)
            Assert.Fail(string.Join('\n', faults.Concat(month.Acts.Surprises).Concat(month.Deliveries.Faults).Distinct().Distinct().Take(12)));
    }

    private void Check(ModelSeat seat)
    {
        var now = month.Line.Now;
        if (seat.State == "offered" && !seat.Session.IsCancelled && seat.Until <= now) Fault($"{seat}: the offer never ended");
        if (!seat.Session.IsCancelled && seat.Session.End <= now && (seat.State == "registered") != (seat.Attendance is not null)) Fault($"{seat}: attendance {seat.Attendance}");
        foreach (var told in seat.Told.Values.Where(told => told.State is "due" or "sent"))
        {
            if (told.State == "sent" || (seat.Session.Start > now.AddDays(1) && told.At < now.AddDays(-1) && told.Attempts == 0)) Fault($"{told.Topic} of {seat} is still {told.State}");
        }
    }

    private async Task PathsAsync()
    {
        var states = (await QueryAsync<Row>(Rows)).ToDictionary(row => row.Id);
        var seats = month.Model.Seats.ToDictionary(seat => (seat.Session.Id, seat.Code));
        foreach (var path in (await QueryAsync<Change>(Changes)).GroupBy(change => change.Id))
        {
            var row = states[path.Key];
            var before = "";
            foreach (var change in path)
            {
                if (!Legal.Contains((before, change.State))) Fault($"{row.SessionId} no {row.Code}: {before} > {change.State} ({change.Reason})");
                before = change.State;
            }

            if (before != row.State) Fault($"{row.SessionId} no {row.Code} is {row.State}, and was last made {before}");
            var told = seats[(row.SessionId, row.Code)].Path;
            if (!told.SequenceEqual(path.Select(change => change.State))) Fault($"{seats[(row.SessionId, row.Code)]} went {string.Join(" > ", path.Select(change => change.State))}");
            states.Remove(path.Key);
        }

        foreach (var row in states.Values) Fault($"{row.SessionId} no {row.Code} became {row.State} without a word");
    }

    private Task<List<T>> QueryAsync<T>(string sql) => month.Line.Database.ReadAsync(connection => connection.Query<T>(sql, new { month.Line.Now }).AsList(), default);

    private void Fault(string what)
    {
        if (faults.Count < 20) faults.Add(what);
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string SessionId { get; init; } = "";

        public string Code { get; init; } = "";

        public string State { get; init; } = "";

        public string? Attendance { get; init; }

        public int Offers { get; init; }

        public string Tail { get; init; } = "";

        public string Language { get; init; } = "";
    }

    private sealed class Change
    {
        public long Id { get; init; }

        public string State { get; init; } = "";

        public string Reason { get; init; } = "";
    }
}
