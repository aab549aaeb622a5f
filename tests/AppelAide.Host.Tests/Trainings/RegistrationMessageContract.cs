using AppelAide.Host.Callers;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Tests.Trainings;

/// <summary>What people are told of their seats, and when.</summary>
public abstract class RegistrationMessageContract(DatabaseFixture fixture) : IAsyncLifetime
{
    private SomeRegistrations some = null!;

    public async Task InitializeAsync()
    {
        if (fixture.SkipReason is null) some = await SomeRegistrations.OpenAsync(fixture);
    }

    public Task DisposeAsync()
    {
        some?.Dispose();
        return Task.CompletedTask;
    }

    [ContractFact]
    public async Task A_reminder_two_days_before_and_one_the_morning_before_each_once()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        var session = await some.SessionAsync(8, 5);
        await some.RegisterAsync(session, citizen);
        Assert.Equal(0, await some.Reminders.PlanAsync(default));

        At(3, 10);
        Assert.Equal(1, await some.Reminders.PlanAsync(default));
        Assert.Equal(0, await some.Reminders.PlanAsync(default));
        var told = Assert.Single(await some.ToldAsync(citizen));
        Assert.StartsWith("Ligne AppelAide: Rappel: Le tricot, sam. 28 nov. 13h30, ", told, StringComparison.Ordinal);
        Assert.Contains("1=je viens 2=je ne viens pas", told, StringComparison.Ordinal);

        At(4, 9, 45);
        Assert.Equal(1, await some.Reminders.PlanAsync(default));
        At(4, 12);
        Assert.Equal(0, await some.Reminders.PlanAsync(default));
        Assert.Contains("C'est demain", (await some.ToldAsync(citizen))[1], StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Nobody_is_reminded_of_a_seat_given_back_or_taken_since()
    {
        var citizens = await some.CitizensAsync(3);
        var session = await some.SessionAsync(8, 5);
        await some.RegisterAsync(session, citizens[0]);
        await some.CancelAsync(await some.RegisterAsync(session, citizens[1]));
        At(3, 11);
        await some.RegisterAsync(session, citizens[2]);
        Assert.Equal(1, await some.Reminders.PlanAsync(default));
        Assert.Empty(await some.ToldAsync(citizens[1]));
        Assert.Empty(await some.ToldAsync(citizens[2]));
    }

    [ContractFact]
    public async Task What_was_not_sent_yet_is_withdrawn_when_the_seat_is_given_back()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        var seat = await some.RegisterAsync(await some.SessionAsync(8, 5), citizen);
        At(3, 11);
        await some.Reminders.PlanAsync(default);
        await some.CancelAsync(seat);
        Assert.Empty(await some.ToldAsync(citizen));
    }

    [ContractFact]
    public async Task A_free_seat_is_offered_to_the_first_in_line_then_to_the_next()
    {
        var (session, seated, line, rows) = await FullAsync(3);
        await some.CancelAsync(seated);
        Assert.Equal(1, await some.Offers.OfferAsync(default));
        Assert.Equal(0, await some.Offers.OfferAsync(default));
        Assert.Equal("offered", await some.StateAsync(rows[0]));
        var told = Assert.Single(await some.ToldAsync(line[0]));
        Assert.Contains("Une place est libre: Le tricot", told, StringComparison.Ordinal);
        Assert.Contains("1=je la prends 2=non merci", told, StringComparison.Ordinal);
        Assert.Contains("13h", told, StringComparison.Ordinal);

        // Nobody answers in the four hours.
        await some.DeliverAsync();
        At(0, 13, 1);
        await some.Offers.OfferAsync(default);
        Assert.Equal(["waiting", "offered", "waiting"], await Task.WhenAll(rows.Select(some.StateAsync)));
        Assert.Equal(RegistrationStatus.Registered, (await some.AcceptAsync(rows[1])).Status);
        Assert.Equal(RegistrationStatus.AlreadyWaiting, (await some.AcceptAsync(rows[0])).Status);
        Assert.Equal(1, await SeatsAsync(session));
    }

    [ContractFact]
    public async Task An_offer_in_the_evening_leaves_until_the_morning()
    {
        var (_, seated, line, _) = await FullAsync(1);
        At(0, 20);
        await some.CancelAsync(seated);
        await some.Offers.OfferAsync(default);
        // Until 21:30, and from 9 the next day: an hour and a half, and two and a half.
        Assert.Contains("demain à 11h30", Assert.Single(await some.ToldAsync(line[0])), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Who_was_never_asked_keeps_their_place_in_line()
    {
        var (_, seated, line, rows) = await FullAsync(2);
        await some.CancelAsync(seated);
        await some.Offers.OfferAsync(default);
        // The provider was down all the time.
        At(0, 13, 1);
        await some.Offers.OfferAsync(default);
        Assert.Equal(["offered", "waiting"], await Task.WhenAll(rows.Select(some.StateAsync)));
        Assert.Single(await some.ToldAsync(line[0]));
    }

    [ContractFact]
    public async Task Whoever_does_not_answer_twice_leaves_the_line()
    {
        var (_, seated, line, rows) = await FullAsync(1);
        await some.CancelAsync(seated);
        foreach (var hour in (int[])[9, 14, 19])
        {
            At(0, hour, 1);
            await some.Offers.OfferAsync(default);
            await some.DeliverAsync();
        }

        Assert.Equal("cancelled", await some.StateAsync(rows[0]));
        Assert.Equal(2, (await some.ToldAsync(line[0])).Count);
    }

    [ContractFact]
    public async Task Nobody_who_stopped_messages_holds_up_the_line()
    {
        var (_, seated, line, rows) = await FullAsync(2);
        await some.Database.WriteAsync(scope => some.Callers.NoteStopped(scope, line[0].Id, true), default);
        await some.CancelAsync(seated);
        Assert.Equal(1, await some.Offers.OfferAsync(default));
        Assert.Equal(["waiting", "offered"], await Task.WhenAll(rows.Select(some.StateAsync)));
    }

    [ContractFact]
    public async Task All_are_told_of_a_change_and_shown_until_each_was_reached()
    {
        var citizens = await some.CitizensAsync(3);
        var session = await some.SessionAsync(2, 8);
        var seats = new List<RegistrationResult>();
        foreach (var citizen in citizens) seats.Add(await some.RegisterAsync(session, citizen, waits: true));
        some.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("", (await some.Editor.ChangeAsync(session, new() { StartsAt = new(15, 0), EndsAt = new(17, 0), NoteFr = "La salle est prise." }, default)).Why.En);
        Assert.Equal(3, await some.Notices.PlanAsync(default));
        Assert.Equal(0, await some.Notices.PlanAsync(default));
        Assert.Contains("maintenant mar. 1er déc. 15h", (await some.ToldAsync(citizens[0]))[0], StringComparison.Ordinal);
        Assert.Equal(3, await UnreachedAsync(session));

        Assert.True(await some.Unreached.ReachedAsync(seats[0].Registration!.Id, some.Clock.GetUtcNow(), default));
        Assert.False(await some.Unreached.ReachedAsync(seats[0].Registration!.Id, some.Clock.GetUtcNow(), default));
        Assert.Equal(2, await UnreachedAsync(session));

        // A machine answered the second: they are called again, at most twice.
        await Heard(citizens[1], "delivered", "call");
        await Heard(citizens[2], "failed", "sms");
        for (var day = 1; day <= 4; day++)
        {
            At(day, 10);
            await some.Notices.PlanAsync(default);
            await Heard(citizens[1], "delivered", "call");
            await Heard(citizens[2], "failed", "call");
        }

        var told = await Task.WhenAll(citizens.Select(async citizen => (await some.ToldAsync(citizen)).Count));
        Assert.Equal([1, 3, 3], told);
        Assert.Equal(2, await UnreachedAsync(session));
    }

    [ContractFact]
    public async Task Whoever_registers_after_the_change_knows_it_already()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        var session = await some.SessionAsync(2, 8);
        Assert.Equal("", (await some.Editor.ChangeAsync(session, new() { StartsAt = new(15, 0), EndsAt = new(17, 0) }, default)).Why.En);
        some.Clock.Advance(TimeSpan.FromMinutes(5));
        await some.RegisterAsync(session, citizen);
        Assert.Equal(0, await some.Notices.PlanAsync(default));
    }

    [ContractFact]
    public async Task A_cancelled_session_is_told_once_and_reminds_nobody()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        var session = await some.SessionAsync(2, 5);
        await some.RegisterAsync(session, citizen);
        At(3, 11);
        await some.Reminders.PlanAsync(default);
        Assert.Equal("", (await some.Editor.ChangeAsync(session, new() { TakesPlace = false, NoteFr = "La formatrice est malade." }, default)).Why.En);
        Assert.Equal(1, await some.Notices.PlanAsync(default));
        At(4, 10);
        Assert.Equal(0, await some.Reminders.PlanAsync(default));
        var told = Assert.Single(await some.ToldAsync(citizen));
        Assert.StartsWith("Ligne AppelAide: Annulé: Le tricot, sam. 28 nov. 13h30, Sainte-Anne-des-Monts. N'y allez pas. Autre date: FORMATION. La formatrice est malade.", told, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Seats_added_to_a_full_session_are_offered_and_nobody_else_is_told()
    {
        var (session, _, _, rows) = await FullAsync(2);
        Assert.Equal("", (await some.Editor.ChangeAsync(session, new() { Seats = 2 }, default)).Why.En);
        Assert.Equal(0, await some.Notices.PlanAsync(default));
        Assert.Equal(1, await some.Offers.OfferAsync(default));
        Assert.Equal(["offered", "waiting"], await Task.WhenAll(rows.Select(some.StateAsync)));
    }

    [ContractFact]
    public async Task What_cannot_be_is_said_in_words()
    {
        var session = await some.SessionAsync(2, 8);
        foreach (var (date, start, told) in new[]
        {
            ("2026-11-01", "13:00", "2026-11-01 at 13:00 is past."),
            ("2027-03-14", "02:30", "There is no 02:30 on 2027-03-14: the clocks go forward then."),
            ("2026-12-05", "15:30", "It would end when it starts, at 15:30."),
        })
            Assert.Equal(told, (await some.Editor.ChangeAsync(session, new() { Date = DateOnly.Parse(date, null), StartsAt = TimeOnly.Parse(start, null) }, default)).Why.En);
    }

    private void At(int day, int hour, int minute = 0) =>
        some.Clock.Set(new DateTimeOffset(SomeRegistrations.Monday.Date, TimeSpan.FromHours(-5)).AddDays(day).AddHours(hour).AddMinutes(minute));

    private async Task<(string Session, RegistrationResult Seated, List<Caller> Line, List<RegistrationResult> Rows)> FullAsync(int waiting)
    {
        var session = await some.SessionAsync(1, 8);
        var citizens = await some.CitizensAsync(waiting + 1);
        var seated = await some.RegisterAsync(session, citizens[0]);
        var rows = new List<RegistrationResult>();
        foreach (var citizen in citizens.Skip(1)) rows.Add(await some.RegisterAsync(session, citizen, waits: true));
        return (session, seated, citizens.Skip(1).ToList(), rows);
    }

    private Task<int> SeatsAsync(string session) => some.Database.ReadAsync(
        c => c.QuerySingle<int>("SELECT COUNT(*) FROM registration WHERE session_id = @session AND state IN ('registered', 'offered')", new { session }), default);

    private async Task<int> UnreachedAsync(string session) => (await some.Unreached.AllAsync("2026-11-23", default)).Count(person => person.SessionId == session);

    private Task Heard(Caller caller, string state, string kind) => some.Database.WriteAsync(
        scope => scope.Execute(
            "UPDATE outbox_message SET state = @state, kind = @kind, updated_at = @Now WHERE caller_id = @Id AND state = 'due'", new { state, kind, caller.Id, Now = some.Clock.GetUtcNow() }),
        default);
}

public sealed class SqliteRegistrationMessageTests(SqliteFixture fixture) : RegistrationMessageContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerRegistrationMessageTests(SqlServerFixture fixture) : RegistrationMessageContract(fixture), IClassFixture<SqlServerFixture>;
