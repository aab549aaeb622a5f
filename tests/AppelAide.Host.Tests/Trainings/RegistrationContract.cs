using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Tests.Trainings;

/// <summary>Seats: given, waited for, given back, moved. Each test has a session of its own.</summary>
public abstract class RegistrationContract(DatabaseFixture fixture) : IAsyncLifetime
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
    public async Task The_last_seat_goes_to_exactly_one()
    {
        var session = await some.SessionAsync(3, 10);
        var citizens = await some.CitizensAsync(20);
        var results = await Task.WhenAll(citizens.Select(citizen => Task.Run(() => some.RegisterAsync(session, citizen))));
        var seated = results.Where(result => result.Status == RegistrationStatus.Registered).Select(result => result.Registration!.Code).ToList();
        Assert.Equal(17, results.Count(result => result.Status == RegistrationStatus.Full));
        Assert.Equal(3, seated.Distinct().Count());
        Assert.All(seated, code => Assert.Matches("^[1-9][0-9][0-9]$", code));
        Assert.Equal(0, Left(session, 3));
    }

    [ContractFact]
    public async Task The_same_person_has_one_seat_and_may_come_back()
    {
        var session = await some.SessionAsync(2, 10);
        var citizen = (await some.CitizensAsync(1))[0];
        var first = await some.RegisterAsync(session, citizen);
        var again = await some.RegisterAsync(session, citizen);
        Assert.Equal((RegistrationStatus.Already, first.Registration!.Code), (again.Status, again.Registration!.Code));
        await some.CancelAsync(first);
        Assert.Equal(2, Left(session, 2));
        var back = await some.RegisterAsync(session, citizen);
        Assert.Equal((RegistrationStatus.Registered, first.Registration.Id), (back.Status, back.Registration!.Id));
        Assert.Equal(["registered", "cancelled", "registered"], await ChangesAsync(back));
    }

    [ContractFact]
    public async Task A_relative_has_a_seat_of_their_own_once()
    {
        var session = await some.SessionAsync(5, 10);
        var citizen = (await some.CitizensAsync(1))[0];
        var own = await some.RegisterAsync(session, citizen);
        var mother = await some.RegisterAsync(session, citizen, name: "Rose Roy");
        Assert.Equal(RegistrationStatus.Registered, mother.Status);
        Assert.NotEqual(own.Registration!.Code, mother.Registration!.Code);
        Assert.Equal(RegistrationStatus.Already, (await some.RegisterAsync(session, citizen, name: "rose roy")).Status);
        Assert.Equal([own.Registration.Id, mother.Registration.Id], some.Reader.Of(citizen.Id, some.Clock.GetUtcNow()).Where(row => row.SessionId == session).Select(row => row.Id));
    }

    [ContractFact]
    public async Task The_telephone_that_was_given_for_a_relative_is_that_relative()
    {
        var session = await some.SessionAsync(5, 10);
        var citizens = await some.CitizensAsync(2);
        var given = await some.Database.WriteAsync(
            scope => some.Store.Register(
                scope,
                new RegistrationWish { SessionId = session, CallerId = citizens[0].Id, ContactId = citizens[1].Id, Name = "Rose", NameKey = "rose" },
                some.Clock.GetUtcNow()),
            default);
        Assert.Equal((RegistrationStatus.Already, given.Registration!.Id), (await some.RegisterAsync(session, citizens[1])) is var mother ? (mother.Status, mother.Registration!.Id) : default);
        Assert.Equal(given.Registration.Id, Assert.Single(some.Reader.Of(citizens[1].Id, some.Clock.GetUtcNow())).Id);
        Assert.NotNull(await some.Database.WriteAsync(scope => some.Store.Own(scope, $"{given.Registration.Id}", citizens[1].Id), default));
        Assert.Null(await some.Database.WriteAsync(scope => some.Store.Own(scope, $"{given.Registration.Id}", (citizens[1].Id * 1000) + 7), default));
    }

    [ContractFact]
    public async Task A_full_session_has_a_waitlist_that_comes_before_newcomers()
    {
        var session = await some.SessionAsync(1, 10);
        var citizens = await some.CitizensAsync(4);
        var seated = await some.RegisterAsync(session, citizens[0]);
        Assert.Equal((RegistrationStatus.Full, 1), (await some.RegisterAsync(session, citizens[1])) is var full ? (full.Status, full.Position) : default);
        var first = await some.RegisterAsync(session, citizens[1], waits: true);
        var second = await some.RegisterAsync(session, citizens[2], waits: true);
        Assert.Equal([(RegistrationStatus.Waiting, 1), (RegistrationStatus.Waiting, 2)], [(first.Status, first.Position), (second.Status, second.Position)]);
        Assert.Equal((RegistrationStatus.AlreadyWaiting, 2), (await some.RegisterAsync(session, citizens[2], waits: true)) is var again ? (again.Status, again.Position) : default);

        await some.CancelAsync(seated);
        Assert.Equal(RegistrationStatus.Full, (await some.RegisterAsync(session, citizens[3])).Status);
        Assert.Equal(RegistrationStatus.AlreadyWaiting, (await some.RegisterAsync(session, citizens[2])).Status);
        // Who is first in line and calls takes it at once.
        Assert.Equal(RegistrationStatus.Registered, (await some.RegisterAsync(session, citizens[1])).Status);
    }

    [ContractFact]
    public async Task Shortly_before_it_starts_a_free_seat_is_for_whoever_asks()
    {
        var session = await some.SessionAsync(1, 10);
        var citizens = await some.CitizensAsync(3);
        var seated = await some.RegisterAsync(session, citizens[0]);
        await some.RegisterAsync(session, citizens[1], waits: true);
        await some.CancelAsync(seated);
        some.Clock.Set(some.Directory.Current.SessionsById[session].Start - TimeSpan.FromHours(2));
        Assert.Equal(RegistrationStatus.Registered, (await some.RegisterAsync(session, citizens[2])).Status);
    }

    [ContractFact]
    public async Task Staff_overbook_knowingly_and_the_waitlist_stays()
    {
        var session = await some.SessionAsync(1, 10);
        var citizens = await some.CitizensAsync(3);
        await some.RegisterAsync(session, citizens[0]);
        await some.RegisterAsync(session, citizens[1], waits: true);
        var over = await some.RegisterAsync(session, citizens[2], overbooks: true);
        Assert.Equal(RegistrationStatus.Registered, over.Status);
        Assert.Equal("overbooked", await some.Database.ReadAsync(c => c.QuerySingle<string>("SELECT reason FROM registration_change WHERE registration_id = @Id", new { over.Registration!.Id }), default));
        // One who leaves an overbooked session frees nothing.
        await some.CancelAsync(over);
        Assert.Equal(0, await some.Offers.OfferAsync(default));
    }

    [ContractFact]
    public async Task A_seat_moves_whole_or_not_at_all()
    {
        var (from, to, full) = (await some.SessionAsync(1, 10), await some.SessionAsync(1, 12), await some.SessionAsync(1, 12));
        var citizens = await some.CitizensAsync(2);
        await some.RegisterAsync(full, citizens[1]);
        var seat = await some.RegisterAsync(from, citizens[0]);
        Assert.Equal(RegistrationStatus.Full, (await MoveAsync(seat, full)).Status);
        Assert.Equal("registered", await some.StateAsync(seat));
        var moved = await MoveAsync(seat, to);
        Assert.Equal((RegistrationStatus.Registered, to), (moved.Status, moved.Registration!.SessionId));
        Assert.Equal("cancelled", await some.StateAsync(seat));
    }

    [ContractFact]
    public async Task Two_who_swap_their_sessions_at_once_do_not_block_each_other()
    {
        var (left, right) = (await some.SessionAsync(9, 10), await some.SessionAsync(9, 12));
        var citizens = await some.CitizensAsync(8);
        var seats = new List<RegistrationResult>();
        foreach (var (citizen, i) in citizens.Select((citizen, i) => (citizen, i))) seats.Add(await some.RegisterAsync(i % 2 == 0 ? left : right, citizen));
        var moved = await Task.WhenAll(seats.Select((seat, i) => Task.Run(() => MoveAsync(seat, i % 2 == 0 ? right : left))));
        Assert.All(moved, result => Assert.Equal(RegistrationStatus.Registered, result.Status));
        Assert.Equal((5, 5), (Left(left, 9), Left(right, 9)));
    }

    [ContractFact]
    public async Task What_has_begun_is_cancelled_or_never_was_is_gone()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        Assert.Equal(RegistrationStatus.Gone, (await some.RegisterAsync("nothing", citizen)).Status);
        var cancelled = await some.SessionAsync(3, 10);
        Assert.Equal("", (await some.Editor.ChangeAsync(cancelled, new() { TakesPlace = false }, default)).Why.En);
        Assert.Equal(RegistrationStatus.Gone, (await some.RegisterAsync(cancelled, citizen)).Status);
        var begun = await some.SessionAsync(3, 10);
        some.Clock.Set(some.Directory.Current.SessionsById[begun].Start);
        Assert.Equal(RegistrationStatus.Gone, (await some.RegisterAsync(begun, citizen)).Status);
    }

    [ContractFact]
    public async Task A_name_is_known_the_next_time()
    {
        var citizen = (await some.CitizensAsync(1))[0];
        var first = await some.RegisterAsync(await some.SessionAsync(3, 10), citizen);
        await some.Database.WriteAsync(scope => some.Store.Name(scope, first.Registration!.Id, "Rose Roy", null, some.Clock.GetUtcNow()), default);
        Assert.Equal("Rose Roy", (await some.RegisterAsync(await some.SessionAsync(3, 11), citizen)).Registration!.Name);
    }

    private Task<RegistrationResult> MoveAsync(RegistrationResult seat, string session) =>
        some.Database.WriteAsync(scope => some.Store.Move(scope, seat.Registration!.Id, session, 1, "citizen", some.Clock.GetUtcNow()), default);

    private Task<List<string>> ChangesAsync(RegistrationResult result) => some.Database.ReadAsync(
        c => c.Query<string>("SELECT state FROM registration_change WHERE registration_id = @Id ORDER BY number", new { result.Registration!.Id }).AsList(), default);

    private int Left(string session, int seats) => some.Store.Counts.At(some.Clock.GetUtcNow()).Left(session, seats, some.Clock.GetUtcNow().AddDays(1));
}
