using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sample;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Trainings;

/// <summary>The sample's calendar on a real database, citizens who register, and a clock that moves when told.</summary>
internal sealed class SomeRegistrations : IDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-5));

    private static int lastPhone = 100;
    private readonly DatabaseFixture fixture;

    private SomeRegistrations(DatabaseFixture fixture, DirectorySource directory)
    {
        (this.fixture, Directory) = (fixture, directory);
        var hours = new SendingHours(Options.Create(new OutboxOptions()), Options.Create(new LineOptions()));
        var clock = new LineClock(Clock, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()));
        Callers = new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault);
        Messages = new RegistrationMessageStore(fixture.Database, new OutboxStore(fixture.Database, fixture.Sequences));
        Store = new RegistrationStore(fixture.Database, fixture.Sequences, new SessionTimes(directory), Messages);
        var writer = new MessageWriter(SomeScripts.Live, new RegistrationFields(directory, clock), clock);
        Reminders = new RemindersDue(fixture.Database, directory, Store, Messages, writer, hours, new SessionTimes(directory), Clock);
        Offers = new SeatsToOffer(fixture.Database, directory, Store, Messages, writer, hours, Clock);
        Notices = new SessionNotices(fixture.Database, directory, Store, Messages, writer, hours, Clock);
        Unreached = new UnreachedReader(fixture.Database);
        Editor = new SessionEditor(fixture.Database, fixture.Sequences, directory, Clock);
        Reader = new RegistrationReader(fixture.Database, directory);
    }

    public FakeClock Clock { get; } = new(Monday);

    public DirectorySource Directory { get; }

    public CallerStore Callers { get; }

    public RegistrationStore Store { get; }

    public RegistrationMessageStore Messages { get; }

    public RegistrationReader Reader { get; }

    public RemindersDue Reminders { get; }

    public SeatsToOffer Offers { get; }

    public SessionNotices Notices { get; }

    public UnreachedReader Unreached { get; }

    public SessionEditor Editor { get; }

    public Database Database => fixture.Database;

    public static async Task<SomeRegistrations> OpenAsync(DatabaseFixture fixture)
    {
        var clock = new FakeClock(Monday);
        await new SampleLoader(fixture.Database, clock).LoadIfEmptyAsync(default);
        var directory = new DirectorySource(fixture.Database, SomeScripts.Live, TimeProvider.System);
        await directory.RefreshAsync(default);
        return new SomeRegistrations(fixture, directory);
    }

    public void Dispose() => Directory.Dispose();

    /// <summary>A session of a training of its own, with this many seats, days from now at an hour of the day.</summary>
    public async Task<string> SessionAsync(int? seats, double days, int hour = 13)
    {
        var id = $"own-{Guid.NewGuid():N}";
        var date = Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", null);
        await Database.WriteAsync(
            scope =>
            {
                scope.Execute(
                    """
                    INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, language, level, bring_fr, bring_en, seats)
                    SELECT @id, organization_id, location_id, 'Le tricot', 'Knitting', '', '', 'knitting', 'fr', 'all', '', '', @seats FROM training WHERE id = 'vague-tablet'
                    """,
                    new { id, seats });
                scope.Execute(
                    "INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state) VALUES (@id, @id, @date, @start, @end, 'planned')",
                    new { id, date, start = $"{hour:00}:30", end = $"{hour + 2:00}:30" });
                DirectoryStore.Changed(scope);
            },
            default);
        await Directory.RefreshAsync(default);
        return id;
    }

    /// <summary>Citizens, each with a telephone.</summary>
    public async Task<List<Caller>> CitizensAsync(int count)
    {
        var citizens = new List<Caller>();
        for (var i = 0; i < count; i++)
            citizens.Add(await Callers.FindOrCreateAsync($"+1418555{Interlocked.Increment(ref lastPhone):0000}", "fr", Clock.GetUtcNow(), default));
        return citizens;
    }

    public Task<RegistrationResult> RegisterAsync(string session, Caller caller, bool waits = false, string name = "", bool overbooks = false) =>
        Database.WriteAsync(
            scope => Store.Register(
                scope,
                new RegistrationWish { SessionId = session, CallerId = caller.Id, ContactId = caller.Id, Waits = waits, Name = name, NameKey = name.ToLowerInvariant(), Overbooks = overbooks },
                Clock.GetUtcNow()),
            default);

    public Task<RegistrationResult> CancelAsync(RegistrationResult registered) =>
        Database.WriteAsync(scope => Store.Cancel(scope, registered.Registration!.Id, "citizen", "asked", Clock.GetUtcNow()), default);

    public Task<RegistrationResult> AcceptAsync(RegistrationResult registered) =>
        Database.WriteAsync(scope => Store.Accept(scope, registered.Registration!.Id, Clock.GetUtcNow()), default);

    public Task<string> StateAsync(RegistrationResult registered) =>
        Database.ReadAsync(c => c.QuerySingle<string>("SELECT state FROM registration WHERE id = @Id", new { registered.Registration!.Id }), default);

    /// <summary>What was put into the outbox for somebody, in order.</summary>
    public Task<List<string>> ToldAsync(Caller caller) =>
        Database.ReadAsync(c => c.Query<string>("SELECT body FROM outbox_message WHERE caller_id = @Id AND state <> 'cancelled' ORDER BY id", new { caller.Id }).AsList(), default);

    /// <summary>The provider took all that is due and delivered it.</summary>
    public Task DeliverAsync() => Database.WriteAsync(
        scope => scope.Execute("UPDATE outbox_message SET state = 'delivered', sent_at = @Now, updated_at = @Now WHERE state = 'due' AND due_at <= @Now", new { Now = Clock.GetUtcNow() }), default);
}
