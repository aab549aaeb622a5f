using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Trainings.Desk;

/// <summary>What staff do for citizens and with sessions, on each database.</summary>
public abstract class DeskContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private static int lastPhone = 2000;
    private SomeRegistrations some = null!;
    private RegistrationDesk desk = null!;
    private SessionDesk sessions = null!;
    private SessionBook book = null!;
    private AttendanceDesk attendance = null!;
    private NoticeDesk notices = null!;
    private LineClock clock = null!;

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is not null) return;
        some = await SomeRegistrations.OpenAsync(fixture);
        clock = new LineClock(some.Clock, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()));
        desk = new RegistrationDesk(some.Database, some.Store, some.Callers, clock, some.Clock);
        book = new SessionBook(some.Database, some.Directory, some.Reader);
        sessions = new SessionDesk(some.Directory, book, some.Editor);
        attendance = new AttendanceDesk(some.Directory, new AttendanceStore(some.Database, some.Store), some.Clock);
        notices = new NoticeDesk(some.Unreached, some.Reader, clock);
    }

    public Task DisposeAsync()
    {
        some?.Dispose();
        return Task.CompletedTask;
    }

    [ContractFact]
    public async Task What_staff_do_is_written_down_as_theirs()
    {
        var (session, other) = (await some.SessionAsync(3, 10), await some.SessionAsync(3, 11));
        var seat = (await RegisterAsync(session, NewPhone(), "Rose Roy")).Result.Registration!;
        var moved = await desk.MoveAsync(session, seat.Code, other, default);
        await desk.CancelAsync(other, moved.Result.Registration!.Code, default);
        Assert.Equal(["staff registered asked", "staff cancelled moved"], await ChangesAsync(seat.Id));
        Assert.Equal(["staff registered asked", "staff cancelled asked"], await ChangesAsync(moved.Result.Registration.Id));
        Assert.Equal("Rose Roy", moved.Result.Registration.Name);
    }

    [ContractFact]
    public async Task A_full_session_waits_or_is_overbooked_as_staff_say()
    {
        var session = await some.SessionAsync(1, 10);
        await RegisterAsync(session, NewPhone());
        var full = await RegisterAsync(session, NewPhone());
        Assert.Equal((RegistrationStatus.Full, 0), (full.Result.Status, full.Plan!.Free));
        var phone = NewPhone();
        Assert.Equal((RegistrationStatus.Waiting, 1), (await RegisterAsync(session, phone, waits: true)) is var waiting ? (waiting.Result.Status, waiting.Result.Position) : default);
        var over = await RegisterAsync(session, phone, overbooks: true);
        Assert.Equal((RegistrationStatus.Registered, -1), (over.Result.Status, over.Plan!.Free));
        Assert.Equal(["staff waiting asked", "staff registered overbooked"], await ChangesAsync(over.Result.Registration!.Id));
        var sheet = await SheetAsync(session);
        Assert.Equal((2, 1, 0), (sheet.Taken, sheet.Over, sheet.Waiting.Count()));
    }

    [ContractFact]
    public async Task Two_people_of_one_telephone_have_a_seat_each_and_the_holder_finds_theirs()
    {
        var (session, phone) = (await some.SessionAsync(9, 10), NewPhone());
        var nameless = (await RegisterAsync(session, phone)).Result.Registration!;
        var named = await RegisterAsync(session, phone, "Rose Roy");
        Assert.Equal((RegistrationStatus.Already, nameless.Id, "Rose Roy"), (named.Result.Status, named.Result.Registration!.Id, named.Result.Registration.Name));
        var paul = await RegisterAsync(session, phone, "Paul");
        Assert.Equal(RegistrationStatus.Registered, paul.Result.Status);
        Assert.Equal(RegistrationStatus.Already, (await RegisterAsync(session, phone, "ROSE ROY")).Result.Status);
        Assert.Equal(RegistrationStatus.Already, (await RegisterAsync(session, phone, "paul")).Result.Status);
        Assert.Equal(["Paul", "Rose Roy"], (await SheetAsync(session)).Registered.Select(row => row.Name));
        // The name that the telephone gave for another session is known.
        var later = await some.SessionAsync(9, 12);
        await RegisterAsync(later, phone, "Paul");
        var rose = (await some.Callers.FindByPhoneAsync(phone, default))!;
        Assert.Equal((RegistrationStatus.Registered, "Rose Roy"), (await some.RegisterAsync(later, rose)) is var own ? (own.Status, own.Registration!.Name) : default);
    }

    [ContractFact]
    public async Task Nothing_moves_to_where_no_seat_is_left_nor_what_was_given_back()
    {
        var (from, full) = (await some.SessionAsync(2, 10), await some.SessionAsync(1, 11));
        await RegisterAsync(full, NewPhone());
        var seat = (await RegisterAsync(from, NewPhone())).Result.Registration!;
        Assert.Equal(RegistrationStatus.Full, (await desk.MoveAsync(from, seat.Code, full, default)).Result.Status);
        Assert.Equal("registered", (await SheetAsync(from)).Rows.Single().State);
        await desk.CancelAsync(from, seat.Code, default);
        Assert.Equal(Registration.Cancelled, (await desk.MoveAsync(from, seat.Code, await some.SessionAsync(2, 12), default)).Before!.State);
        Assert.Equal(Registration.Cancelled, (await desk.CancelAsync(from, seat.Code, default)).Before!.State);
        Assert.Null((await desk.CancelAsync(from, "000", default)).Before);
        Assert.Equal(RegistrationStatus.Gone, (await RegisterAsync("nothing", NewPhone())).Result.Status);
    }

    [ContractFact]
    public async Task The_list_says_how_full_sessions_are()
    {
        var session = await some.SessionAsync(1, 300);
        await RegisterAsync(session, NewPhone());
        await RegisterAsync(session, NewPhone(), waits: true);
        await desk.CancelAsync(session, (await RegisterAsync(session, NewPhone(), waits: true)).Result.Registration!.Code, default);
        var date = some.Directory.Current.SessionsById[session].Date;
        var line = Assert.Single(await book.ListAsync(new(date, date, null, null), default), line => line.Session.Id == session);
        Assert.Equal((1, 1), (line.Taken, line.Waiting));
        var town = some.Directory.Current.Places.Find(line.Session.Location.PlaceId);
        Assert.Contains(await book.ListAsync(new(date, null, town, "training"), default), other => other.Session.Id == session);
        Assert.Empty(await book.ListAsync(new(date, date, town, "meeting"), default));
        Assert.DoesNotContain(await book.ListAsync(new(null, date.AddDays(-1), null, null), default), other => other.Session.Id == session);
        Assert.Null(await book.SheetAsync("nothing", default));
    }

    [ContractFact]
    public async Task Who_came_is_noted_whole_or_not_at_all_and_not_before_the_day()
    {
        var id = await some.SessionAsync(3, 10);
        var codes = new List<string>();
        for (var i = 0; i < 3; i++) codes.Add((await RegisterAsync(id, NewPhone())).Result.Registration!.Code);
        var waiting = (await RegisterAsync(id, NewPhone(), waits: true)).Result.Registration!.Code;
        var session = some.Directory.Current.SessionsById[id];
        Assert.Contains("from that day on", Assert.Single((await attendance.NoteAsync(session, new([], [], true), default)).Mistakes));

        some.Clock.Set(session.Start.AddHours(-12));
        Assert.Equal(3, (await attendance.NoteAsync(session, new([codes[0], "007"], [codes[0], waiting], false), default)).Mistakes.Count);
        Assert.All((await SheetAsync(id)).Rows, row => Assert.Null(row.Attendance));
        Assert.Empty((await attendance.NoteAsync(session, new([waiting], [codes[1]], true), default)).Mistakes);
        var noted = (await SheetAsync(id)).Rows.ToDictionary(row => row.Code, row => row.Attendance);
        Assert.Equal("present absent present present", string.Join(" ", codes.Append(waiting).Select(code => noted[code])));
        await attendance.NoteAsync(session, new([codes[1]], [], false), default);
        Assert.Equal("present", (await SheetAsync(id)).Rows.Single(row => row.Code == codes[1]).Attendance);
        Assert.Equal("registered", (await SheetAsync(id)).Rows.Single(row => row.Code == codes[1]).State);
    }

    [ContractFact]
    public async Task A_change_counts_whom_it_reaches_and_keeps_how_long_it_lasts()
    {
        var id = await some.SessionAsync(3, 10);
        var silent = NewPhone();
        await RegisterAsync(id, NewPhone());
        await RegisterAsync(id, silent);
        var caller = (await some.Callers.FindByPhoneAsync(silent, default))!;
        await some.Database.WriteAsync(scope => some.Callers.NoteStopped(scope, caller.Id, true), default);

        Assert.Contains("2 seats", (await sessions.ChangeAsync(id, new(new() { Seats = 1 }), default)).Refusal);
        var fewer = await sessions.ChangeAsync(id, new(new() { Seats = 1 }) { Overbooks = true }, default);
        Assert.Equal((null, false, 1), (fewer.Refusal, fewer.IsTold, fewer.Sheet!.Over));

        var later = await sessions.ChangeAsync(id, new(new() { StartsAt = new(16, 0) }) { NoteFr = "La salle est prise." }, default);
        Assert.Equal((2, 1), (later.ToTell, later.Unreachable));
        Assert.Equal((new TimeOnly(18, 0), "La salle est prise."), (later.Sheet!.Session.EndsAt, later.Sheet.Session.Note.Fr));
        // A number of seats explains nothing; another day is not explained by the old reason.
        Assert.Equal("La salle est prise.", (await sessions.ChangeAsync(id, new(new() { Seats = 5 }), default)).Sheet!.Session.Note.Fr);
        Assert.Equal("", (await sessions.ChangeAsync(id, new(new() { Date = later.Sheet.Session.Date.AddDays(1) }), default)).Sheet!.Session.Note.Fr);

        Assert.Contains("not cancelled", (await sessions.ChangeAsync(id, new(new() { TakesPlace = true }), default)).Refusal);
        Assert.True((await sessions.ChangeAsync(id, new(new() { TakesPlace = false }) { NoteFr = "La formatrice est malade." }, default)).Sheet!.Session.IsCancelled);
        Assert.Contains("already", (await sessions.ChangeAsync(id, new(new() { TakesPlace = false }), default)).Refusal);
        Assert.Contains("cancelled", Assert.Single((await attendance.NoteAsync(some.Directory.Current.SessionsById[id], new([], [], true), default)).Mistakes));
        Assert.True((await sessions.ChangeAsync(id, new(new() { TakesPlace = true }), default)) is { IsTold: true, Sheet.Session.IsCancelled: false });
        Assert.Contains("no session", (await sessions.ChangeAsync("nothing", new(new()), default)).Refusal);
    }

    [ContractFact]
    public async Task Staff_tell_whom_the_line_did_not_reach()
    {
        var id = await some.SessionAsync(3, 10);
        var seat = (await RegisterAsync(id, NewPhone(), "Rose Roy")).Result.Registration!;
        some.Clock.Set(some.Clock.GetUtcNow().AddMinutes(5));
        await sessions.ChangeAsync(id, new(new() { TakesPlace = false }) { NoteFr = "Tempête." }, default);
        await some.Notices.PlanAsync(default);
        var line = Assert.Single(await notices.ListAsync(default), line => line.Person.SessionId == id);
        Assert.Equal((seat.Code, "Rose Roy", 1, "due"), (line.Registration.Code, line.Person.Name, line.Person.Tries, line.Person.State));
        Assert.Null((await notices.ReachedAsync(id, "000", default)).Registration);
        Assert.True((await notices.ReachedAsync(id, seat.Code, default)).WasUnreached);
        Assert.False((await notices.ReachedAsync(id, seat.Code, default)).WasUnreached);
        Assert.DoesNotContain(await notices.ListAsync(default), line => line.Person.SessionId == id);
    }

    [ContractFact]
    public async Task The_second_of_two_who_change_a_session_is_told_and_nothing_is_written()
    {
        var id = await some.SessionAsync(3, 10);
        var seen = (await some.Editor.ReadAsync(id, default))!;
        Assert.Equal(EditStatus.Saved, (await sessions.ChangeAsync(id, new(new() { Seats = 4 }), default, new("Luc", seen.Mark, null))).Answer.Status);
        var second = await sessions.ChangeAsync(id, new(new() { StartsAt = new(16, 0) }), default, new("Nadia", seen.Mark, null));
        Assert.Equal(EditStatus.Overtaken, second.Answer.Status);
        Assert.Equal(("4", "13:30"), ((await some.Editor.ReadAsync(id, default))!.Seats?.ToString(), (await some.Editor.ReadAsync(id, default))!.StartsAt));
        var change = Assert.Single(await some.Editor.HistoryAsync(id, 0, 10, default));
        Assert.Equal(("Luc", "3", "4"), (change.Staff, FlatJson.Read(change.Rows[0].RecordBefore).GetValueOrDefault("seats", "3"), FlatJson.Read(change.Rows[0].RecordAfter)["seats"]));
        Assert.Equal(EditStatus.SentBefore, (await sessions.ChangeAsync(id, new(new() { Seats = 5 }), default, new("Luc", null, _ => false))).Answer.Status);
    }

    [ContractFact]
    public async Task What_is_said_of_a_training_changes_for_all_of_its_sessions()
    {
        var id = await some.SessionAsync(3, 10);
        var texts = new TrainingTexts(some.Database, fixture.Sequences, some.Directory, some.Clock);
        var seen = (await texts.ReadAsync(id, default))!;
        var hand = new EditHand("Luc", TrainingTexts.MarkOf(seen), null);
        var said = new Dictionary<string, string> { ["title_fr"] = "Le tricot <b>facile</b>", ["bring_fr"] = "Vos aiguilles" };
        Assert.Equal(EditStatus.Saved, (await texts.SaveAsync(id, said, hand, default)).Status);
        Assert.Equal(("Le tricot <b>facile</b>", "Vos aiguilles"), (some.Directory.Current.SessionsById[id].Training.Title.Fr, some.Directory.Current.SessionsById[id].Training.Bring.Fr));
        Assert.Equal(EditStatus.Overtaken, (await texts.SaveAsync(id, said, hand, default)).Status);
        Assert.Equal("title_fr", Assert.Single((await texts.SaveAsync(id, new Dictionary<string, string> { ["title_fr"] = " " }, hand, default)).Mistakes).Input);
        Assert.Equal(EditStatus.Gone, (await texts.SaveAsync("nothing", said, new("Luc", null, null), default)).Status);
        Assert.Equal("Luc", Assert.Single(await texts.HistoryAsync(id, 0, 10, default)).Staff);
    }

    [ContractFact]
    public async Task A_notice_tells_how_each_of_a_session_was_reached()
    {
        var id = await some.SessionAsync(3, 10);
        var seat = (await RegisterAsync(id, NewPhone(), "Rose Roy")).Result.Registration!;
        some.Clock.Set(some.Clock.GetUtcNow().AddMinutes(5));
        await sessions.ChangeAsync(id, new(new() { TakesPlace = false }) { NoteFr = "Tempête." }, default);
        await some.Notices.PlanAsync(default);
        var reader = new NoticeReader(some.Database);
        var notice = (await reader.OfSessionAsync(id, default))[seat.Id];
        Assert.Equal(("due", null, 1), (notice.State, notice.ReachedAt, notice.Tries));
        await notices.ReachedAsync(id, seat.Code, default);
        Assert.NotNull((await reader.OfSessionAsync(id, default))[seat.Id].ReachedAt);
    }

    private static string NewPhone() => $"+1418555{Interlocked.Increment(ref lastPhone):0000}";

    private Task<DeskAnswer> RegisterAsync(string session, string phone, string name = "", bool waits = false, bool overbooks = false) =>
        desk.RegisterAsync(session, phone, name, waits, overbooks, default);

    private async Task<SessionSheet> SheetAsync(string session) => (await book.SheetAsync(session, default))!;

    private Task<List<string>> ChangesAsync(long registration) => some.Database.ReadAsync(
        c => c.Query<(string By, string State, string Reason)>("SELECT done_by, state, reason FROM registration_change WHERE registration_id = @Id ORDER BY number", new { Id = registration })
            .Select(row => $"{row.By} {row.State} {row.Reason}").ToList(),
        default);
}

public sealed class SqliteDeskTests(SqliteFixture fixture) : DeskContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerDeskTests(SqlServerFixture fixture) : DeskContract(fixture), IClassFixture<SqlServerFixture>;
