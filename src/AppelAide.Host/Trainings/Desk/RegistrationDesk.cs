using AppelAide.Dialogue.Language;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>What staff do for somebody who asks them: a seat, another session, none any more.</summary>
internal sealed class RegistrationDesk(Database database, RegistrationStore registrations, CallerStore callers, LineClock clock, TimeProvider time)
{
    private const string DoneBy = "staff";

    private const string ByCode = "SELECT id FROM registration WHERE session_id = @Session AND code = @Code";

    private const string OwnName = "SELECT name FROM registration WHERE caller_id = @Caller AND name_key = '' AND name <> '' ORDER BY id DESC";

    /// <summary>Registers somebody.</summary>
    /// <param name="session">In which session.</param>
    /// <param name="phone">Their telephone, E.164; or that of a relative who is told for them.</param>
    /// <param name="name">The name for the roster; empty for none.</param>
    /// <param name="waits">Whether they come on the waitlist when no seat is left.</param>
    /// <param name="overbooks">Whether they get a seat though none is left.</param>
    /// <param name="ct">Gives up.</param>
    public Task<DeskAnswer> RegisterAsync(string session, string phone, string name, bool waits, bool overbooks, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            scope =>
            {
                if (registrations.Lock(scope, session, now) is not { } plan) return new DeskAnswer(null, new(RegistrationStatus.Gone, null), null);
                var caller = callers.FindOrCreate(scope, phone, clock.DefaultLanguage, now);
                var result = registrations.Register(
                    scope,
                    new RegistrationWish
                    {
                        SessionId = session,
                        CallerId = caller,
                        ContactId = caller,
                        Name = name,
                        NameKey = KeyOf(scope, plan, caller, name),
                        Waits = waits,
                        Overbooks = overbooks,
                        DoneBy = DoneBy,
                    },
                    now);
                if (result.Registration is { Name: "" } row && name.Length > 0)
                {
                    registrations.Name(scope, row.Id, name, row.NameRecording, now);
                    result = result with { Registration = row with { Name = name } };
                }

                return new DeskAnswer(plan.Rows.FirstOrDefault(row => row.Id == result.Registration?.Id), result, registrations.Lock(scope, session, now));
            },
            ct);
    }

    /// <summary>Gives a seat, or a place on the waitlist, back.</summary>
    public Task<DeskAnswer> CancelAsync(string session, string code, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            scope =>
            {
                var before = registrations.Lock(scope, session, null)?.Rows.FirstOrDefault(row => row.Code == code);
                return before is null
                    ? new DeskAnswer(null, new(RegistrationStatus.Gone, null), null)
                    : new DeskAnswer(before, registrations.Cancel(scope, before.Id, DoneBy, "asked", now), registrations.Lock(scope, session, null));
            },
            ct);
    }

    /// <summary>Moves a seat to another session that has one left; else nothing changes.</summary>
    public Task<DeskAnswer> MoveAsync(string session, string code, string to, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            scope =>
            {
                // Locked in one order by all who need two.
                foreach (var locked in new[] { session, to }.Order(StringComparer.Ordinal)) registrations.Lock(scope, locked, null);
                var id = scope.QueryFirst<long>(ByCode, new { Session = session, Code = code });
                var before = id == 0 ? null : registrations.Find(scope, id);
                return before is null or { State: Registration.Cancelled }
                    ? new DeskAnswer(before, new(RegistrationStatus.Gone, before), null)
                    : new DeskAnswer(before, registrations.Move(scope, id, to, 0, DoneBy, now), registrations.Lock(scope, to, null));
            },
            ct);
    }

    /// <summary>
    /// Empty when the name is that of the telephone's holder, as far as is known: when they call themselves, they find their seat. Of anybody else, the
    /// name folded, so that the holder may have a seat beside.
    /// </summary>
    private static string KeyOf(WriteScope scope, SeatPlan plan, long caller, string name)
    {
        if (name.Length == 0) return "";
        var own = plan.Rows.FirstOrDefault(row => row.CallerId == caller && row.NameKey.Length == 0) ?? plan.Rows.FirstOrDefault(row => row.ContactId == caller && row.CallerId != caller);
        var known = own is { Name.Length: > 0 } ? own.Name : scope.QueryFirst<string>(OwnName, new { Caller = caller }) ?? "";
        var folded = TextFolding.Fold(name);
        if (known.Length == 0 || (folded.Length > 0 ? TextFolding.Fold(known) == folded : known == name)) return "";
        return folded.Length > 0 ? folded : name;
    }
}
