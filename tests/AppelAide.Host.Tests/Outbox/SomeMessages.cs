using AppelAide.Host.Callers;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Outbox;

/// <summary>Messages to citizens of a test's own, each with another number.</summary>
internal sealed class SomeMessages
{
    public const string Body = "Ligne AppelAide: rappel, demain 13h30. ARRET pour cesser";

    private static int numbers;

    private readonly DatabaseFixture fixture;

    public SomeMessages(DatabaseFixture fixture)
    {
        this.fixture = fixture;
        Outbox = new OutboxStore(fixture.Database, fixture.Sequences);
        Callers = new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault);
        Consents = new ConsentStore(fixture.Database, fixture.Sequences);
        Consent = new MessageConsent(Consents, Callers, Outbox);
        Reports = new OutboxReports(fixture.Database, Outbox, Consent, Callers, Outcomes);
    }

    public OutboxStore Outbox { get; }

    public CallerStore Callers { get; }

    public ConsentStore Consents { get; }

    public MessageConsent Consent { get; }

    public OutboxReports Reports { get; }

    /// <summary>Who is told what became of messages; nobody, until a test says so.</summary>
    public List<IMessageOutcome> Outcomes { get; } = [];

    public static OutboxMessage Message(long caller, DateTimeOffset dueAt, string purpose = OutboxPurpose.Reminder) => new()
    {
        CallerId = caller,
        ConversationNo = 5,
        Purpose = purpose,
        Language = "fr",
        Body = Body,
        Spoken = "C'est demain, à 13 heures 30.",
        Segments = 1,
        DueAt = dueAt,
    };

    public async Task<long> EnqueueAsync(DateTimeOffset now, DateTimeOffset dueAt, string purpose = OutboxPurpose.Reminder, long? caller = null)
    {
        var to = caller ?? await CallerAsync(now);
        return await fixture.Database.WriteAsync(scope => Outbox.Enqueue(scope, Message(to, dueAt, purpose), now), default);
    }

    public async Task<long> CallerAsync(DateTimeOffset now) =>
        (await Callers.FindOrCreateAsync($"+1819555{Interlocked.Increment(ref numbers):0000}", "fr", now, default)).Id;

    /// <summary>The provider is about to be asked; the cap is 3, and the day began at this moment.</summary>
    public Task<bool> BeginAsync(ClaimedMessage message, DateTimeOffset now) => Outbox.BeginAttemptAsync(message, now, 3, now, default);

    /// <summary>The provider takes a claimed message.</summary>
    public async Task<bool> TakeAsync(ClaimedMessage message, string sid, DateTimeOffset now) =>
        await BeginAsync(message, now)
        && await fixture.Database.WriteAsync(scope => Outbox.Take(scope, message.Id, message.Attempts + 1, sid, now), default);

    public Task<(string State, string? Reason, int? ErrorCode)> StateAsync(long id) => fixture.Database.ReadAsync(
        c => c.QuerySingle<(string, string?, int?)>("SELECT state, reason, error_code FROM outbox_message WHERE id = @Id", new { Id = id }), default);

    public Task<long> CountAsync(string table, long messageId) => fixture.Database.ReadAsync(
        c => c.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table} WHERE message_id = @Id", new { Id = messageId }), default);

    public Task<bool> WriteAsync(Action<WriteScope> write) => fixture.Database.WriteAsync(
        scope =>
        {
            write(scope);
            return true;
        },
        default);
}
