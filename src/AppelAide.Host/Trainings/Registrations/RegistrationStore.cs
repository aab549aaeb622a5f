using System.Globalization;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Persistence;
using AppelAide.Host.Trainings.Messages;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>
/// Who has a seat in which session, and who waits. Everything that gives or frees a seat first locks its session: of many who want the last one,
/// exactly one gets it.
/// </summary>
internal sealed class RegistrationStore(Database database, SequenceStore sequences, SessionTimes times, RegistrationMessageStore messages)
{
    internal const string Columns = """
        registration.id, session_id, registration.caller_id, contact_id, registration.conversation_no, name, name_key, name_recording, code, registration.state, offered_until, offers, attendance, registered_at,
        contact.stopped, contact.phone_tail AS tail
        """;

    internal const string From = "FROM registration JOIN caller contact ON contact.id = registration.contact_id";

    private const string LockSession = """
        SELECT COALESCE(s.seats, t.seats) AS seats, s.state FROM training_session s {0} JOIN training t ON t.id = s.training_id WHERE s.id = @Session
        """;

    private const string OfSession = $"SELECT {Columns} {From} WHERE session_id = @Session";

    private const string ById = $"SELECT {Columns} {From} WHERE registration.id = @Id";

    private const string Insert = """
        INSERT INTO registration (
          id, session_id, caller_id, contact_id, name, name_key, name_recording, conversation_no, code, state, offers, registered_at, updated_at)
        VALUES (@Id, @SessionId, @CallerId, @ContactId, @Name, @NameKey, @NameRecording, @ConversationNo, @Code, @State, 0, @Now, @Now)
        """;

    private const string Renew = """
        UPDATE registration SET state = @State, contact_id = @ContactId, conversation_no = @ConversationNo, offered_until = NULL, offers = 0, registered_at = @Now, updated_at = @Now
        WHERE id = @Id
        """;

    private const string Turn = "UPDATE registration SET state = @State, offered_until = @Until, offers = @Offers, updated_at = @Now WHERE id = @Id";

    private const string KnownName = """
        SELECT name, name_recording FROM registration WHERE caller_id = @CallerId AND name_key = '' AND (name <> '' OR name_recording IS NOT NULL) ORDER BY id DESC
        """;

    private const string KnownCodes = """
        SELECT code FROM registration WHERE caller_id IN (@Caller, @Contact)
        UNION
        SELECT code FROM registration WHERE contact_id IN (@Caller, @Contact)
        """;

    private const string Change = """
        INSERT INTO registration_change (registration_id, number, at, state, done_by, reason)
        SELECT @Id, COUNT(*) + 1, @Now, @State, @DoneBy, @Reason FROM registration_change WHERE registration_id = @Id
        """;

    private const string Naming = "UPDATE registration SET name = @Name, name_recording = @Recording, updated_at = @Now WHERE id = @Id";

    private const string Contacting = "UPDATE registration SET contact_id = @ContactId, updated_at = @Now WHERE id = @Id";

    private const int FirstCode = 100;
    private const int Codes = 900;

    private readonly string lockSession = string.Format(CultureInfo.InvariantCulture, LockSession, database.Dialect.ForUpdate);

    /// <summary>How many seats are taken, or wanted by those who wait.</summary>
    public SeatCounts Counts { get; } = new(database);

    /// <summary>Gives a seat if there is one, else a place on the waitlist if it is wanted. Asked again for the same person, gives the same code.</summary>
    public RegistrationResult Register(WriteScope scope, RegistrationWish wish, DateTimeOffset now)
    {
        Counts.Change(scope);
        if (Lock(scope, wish.SessionId, now) is not { } plan) return new(RegistrationStatus.Gone, null);
        var own = plan.Rows.FirstOrDefault(row => IsSame(row, wish));
        if (own is { State: Registration.Registered }) return new(RegistrationStatus.Already, own);
        if (wish.Overbooks || plan.HasSeatFor(own, now))
            return Seated(Write(scope, plan, own, wish, Registration.Registered, now), now);
        if (own is { State: Registration.Waiting }) return new(RegistrationStatus.AlreadyWaiting, own, plan.Position(own));
        if (!wish.Waits || (own is null && plan.Rows.Count >= Codes)) return new(RegistrationStatus.Full, null, plan.Position(null));
        return new(RegistrationStatus.Waiting, Write(scope, plan, own, wish, Registration.Waiting, now), plan.Position(null));
    }

    /// <summary>A seat, or a place on the waitlist, is given back.</summary>
    public RegistrationResult Cancel(WriteScope scope, long id, string doneBy, string reason, DateTimeOffset now)
    {
        Counts.Change(scope);
        if (Find(scope, id) is not { } row) return new(RegistrationStatus.Gone, null);
        // Locked first: what the row says now is what it says when it is changed.
        Lock(scope, row.SessionId, null);
        row = Find(scope, id)!;
        if (row.State != Registration.Cancelled)
        {
            Set(scope, row, Registration.Cancelled, null, row.Offers, doneBy, reason, now);
            messages.Withdraw(scope, id, "", now);
        }

        return new(RegistrationStatus.Cancelled, row with { State = Registration.Cancelled });
    }

    /// <summary>The seat that is kept for somebody becomes theirs; too late, they stay on the waitlist unless a seat is free for them.</summary>
    public RegistrationResult Accept(WriteScope scope, long id, DateTimeOffset now)
    {
        Counts.Change(scope);
        if (Find(scope, id) is not { } found || Lock(scope, found.SessionId, now) is not { } plan) return new(RegistrationStatus.Gone, null);
        var row = plan.Rows.First(other => other.Id == id);
        if (row.State == Registration.Registered) return new(RegistrationStatus.Already, row);
        if (row.State == Registration.Cancelled || !plan.HasSeatFor(row, now))
            return new(row.State == Registration.Waiting ? RegistrationStatus.AlreadyWaiting : RegistrationStatus.Full, row, plan.Position(row));
        Set(scope, row, Registration.Registered, null, row.Offers, "citizen", "accepted", now);
        return Seated(row with { State = Registration.Registered }, now);
    }

    /// <summary>Moves a seat to another session, if that has one: never neither, never both.</summary>
    public RegistrationResult Move(WriteScope scope, long id, string session, long conversation, string doneBy, DateTimeOffset now)
    {
        if (Find(scope, id) is not { } row) return new(RegistrationStatus.Gone, null);
        var wish = new RegistrationWish
        {
            SessionId = session,
            CallerId = row.CallerId,
            ContactId = row.ContactId,
            Name = row.Name,
            NameKey = row.NameKey,
            NameRecording = row.NameRecording,
            ConversationNo = conversation,
            DoneBy = doneBy,
        };
        // Locked in one order by all who need two.
        foreach (var locked in new[] { row.SessionId, session }.Order(StringComparer.Ordinal)) Lock(scope, locked, null);
        var moved = Register(scope, wish, now);
        if (moved.Status is RegistrationStatus.Registered or RegistrationStatus.Already) Cancel(scope, id, doneBy, "moved", now);
        return moved;
    }

    /// <summary>A seat is kept for somebody who waits.</summary>
    public void Offer(WriteScope scope, Registration row, DateTimeOffset until, DateTimeOffset now)
    {
        Counts.Change(scope);
        Set(scope, row, Registration.Offered, until, row.Offers, "line", "offered", now);
    }

    /// <summary>Nobody answered in time: to the end of the line, or out of it the second time.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="row">Whose offer it was.</param>
    /// <param name="isHeld">Whether they were asked at all: what never reached them is not held against them.</param>
    /// <param name="now">The moment.</param>
    public void Lapse(WriteScope scope, Registration row, bool isHeld, DateTimeOffset now)
    {
        Counts.Change(scope);
        var offers = row.Offers + (isHeld ? 1 : 0);
        Set(scope, row, offers < SeatPlan.MostOffers ? Registration.Waiting : Registration.Cancelled, null, offers, "line", isHeld ? "no answer" : "not asked", now);
    }

    /// <summary>The name for the roster.</summary>
    public void Name(WriteScope scope, long id, string name, string? recording, DateTimeOffset now) =>
        scope.Execute(Naming, new { Id = id, Name = name, Recording = recording, Now = now });

    /// <summary>Another telephone is to be told.</summary>
    public void Contact(WriteScope scope, long id, long contactId, DateTimeOffset now) => scope.Execute(Contacting, new { Id = id, ContactId = contactId, Now = now });

    /// <summary>A registration as it stands; null when there is none.</summary>
    public Registration? Find(WriteScope scope, long id) => scope.QueryFirst<Registration>(ById, new { Id = id });

    /// <summary>A registration that a telephone may change: it registered, or it is the one that is told; null when there is none.</summary>
    public Registration? Own(WriteScope scope, string id, long caller) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Find(scope, number) is { } row && (row.CallerId == caller || row.ContactId == caller) ? row : null;

    /// <summary>Locks a session until the transaction ends.</summary>
    /// <returns>Its seats; null when it is cancelled, never was, or (with a moment) has begun.</returns>
    public SeatPlan? Lock(WriteScope scope, string session, DateTimeOffset? now)
    {
        var seats = scope.QueryFirst<SeatsRow>(lockSession, new { Session = session });
        if (seats is null || times.StartOf(session) is not { } start || (now is { } moment && (seats.State != "planned" || start <= moment))) return null;
        return new SeatPlan(seats.Seats, start, scope.Query<Registration>(OfSession, new { Session = session }));
    }

    private RegistrationResult Seated(Registration row, DateTimeOffset now) =>
        new(RegistrationStatus.Registered, row) { IsReminded = row is { Stopped: false, Tail.Length: > 0 } && times.IsReminded(row.SessionId, now) };

    private static bool IsSame(Registration row, RegistrationWish wish)
    {
        if (row.CallerId == wish.CallerId) return row.NameKey == wish.NameKey || (wish.NameKey.Length > 0 && TextFolding.Fold(row.Name) == wish.NameKey);
        // A daughter registered her mother, and gave her mother's telephone: that is the mother.
        return row.ContactId == wish.CallerId && wish.NameKey.Length == 0;
    }

    private Registration Write(WriteScope scope, SeatPlan plan, Registration? own, RegistrationWish wish, string state, DateTimeOffset now)
    {
        var known = wish is { NameKey: "", Name: "", NameRecording: null } ? scope.QueryFirst<NameRow>(KnownName, new { wish.CallerId }) : null;
        var row = own is not null ? own with { State = state, ContactId = wish.ContactId, RegisteredAt = now } : new Registration
        {
            Id = sequences.Next(scope, "registration"),
            SessionId = wish.SessionId,
            CallerId = wish.CallerId,
            ContactId = wish.ContactId,
            Name = known?.Name ?? wish.Name,
            NameKey = wish.NameKey,
            NameRecording = known?.NameRecording ?? wish.NameRecording,
            Code = FreeCode(scope, plan.Rows, wish),
            State = state,
            RegisteredAt = now,
        };
        if (own is null)
            scope.Execute(Insert, new { row.Id, row.SessionId, row.CallerId, row.ContactId, row.Name, row.NameKey, row.NameRecording, wish.ConversationNo, row.Code, row.State, Now = now });
        else
            scope.Execute(Renew, new { row.Id, row.State, row.ContactId, wish.ConversationNo, Now = now });
        Log(scope, row.Id, state, wish.DoneBy, wish.Overbooks && plan.Free <= 0 ? "overbooked" : "asked", now);
        return Find(scope, row.Id)!;
    }

    private static void Set(WriteScope scope, Registration row, string state, DateTimeOffset? until, int offers, string doneBy, string reason, DateTimeOffset now)
    {
        scope.Execute(Turn, new { row.Id, State = state, Until = until, Offers = offers, Now = now });
        Log(scope, row.Id, state, doneBy, reason, now);
    }

    private static void Log(WriteScope scope, long id, string state, string doneBy, string reason, DateTimeOffset now) =>
        scope.Execute(Change, new { Id = id, Now = now, State = state, DoneBy = doneBy, Reason = reason });

    /// <summary>
    /// Free in the session, and none that the same citizen was told for another. No chance in it: work that is run again gives the same code. Spread,
    /// so that neighbours on a list do not have neighbouring codes.
    /// </summary>
    private static string FreeCode(WriteScope scope, IReadOnlyList<Registration> rows, RegistrationWish wish)
    {
        var taken = rows.Select(row => row.Code).ToHashSet();
        var known = scope.Query<string>(KnownCodes, new { Caller = wish.CallerId, Contact = wish.ContactId }).ToHashSet();
        var seed = wish.SessionId.Aggregate(wish.CallerId * 611, (sum, letter) => ((sum * 31) + letter) % 1_000_003);
        var codes = Enumerable.Range(0, Codes).Select(attempt => (FirstCode + ((seed + attempt) % Codes)).ToString(CultureInfo.InvariantCulture)).Where(code => !taken.Contains(code)).ToList();
        return codes.Find(code => !known.Contains(code)) ?? codes[0];
    }

    private sealed class SeatsRow
    {
        public int? Seats { get; init; }
        public string State { get; init; } = "";
    }

    private sealed class NameRow
    {
        public string Name { get; init; } = "";
        public string? NameRecording { get; init; }
    }
}
