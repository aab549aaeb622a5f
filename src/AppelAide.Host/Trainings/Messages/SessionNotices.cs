using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>
/// Tells everybody of a session that it changed or will not take place: by text, by voice to a telephone that takes none; again by voice when nobody
/// was reached. Until each was reached, staff see whom they have to find (<see cref="UnreachedReader"/>).
/// </summary>
internal sealed class SessionNotices(
    Database database,
    DirectorySource directory,
    RegistrationStore registrations,
    RegistrationMessageStore messages,
    MessageWriter writer,
    SendingHours hours,
    TimeProvider time) : IRecurringWork
{
    /// <summary>How often somebody is tried: by then a person does better.</summary>
    public const int MostTries = 3;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromHours(3);

    private const string ToTell = """
        SELECT registration.id FROM registration
        WHERE session_id = @Session AND registration.state <> 'cancelled' AND registered_at < @ChangedAt
          AND NOT EXISTS (SELECT 1 FROM registration_message told WHERE told.registration_id = registration.id AND told.topic = @Topic)
        """;

    // A text that arrived has reached them; of a call, only a person who listened has.
    private const string ToTellAgain = """
        SELECT registration_id AS id, topic FROM registration_message
        JOIN registration ON registration.id = registration_id
        JOIN outbox_message ON outbox_message.id = message_id
        WHERE session_id = @Session AND registration.state <> 'cancelled' AND topic = @Topic AND reached_at IS NULL AND tries < @MostTries
          AND (outbox_message.state = 'failed' OR (outbox_message.state = 'delivered' AND outbox_message.kind = 'call')) AND outbox_message.updated_at <= @Before
        """;

    /// <inheritdoc/>
    public string Name => "session-notices";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct) => PlanAsync(ct);

    /// <summary>Plans what is due now.</summary>
    /// <returns>How many messages were put into the outbox.</returns>
    public async Task<int> PlanAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var planned = 0;
        foreach (var session in directory.Current.AllSessions.Where(session => session.Revision > 0 && session.Start > now))
        {
            var topic = session.IsCancelled ? MessageTopic.Cancelled(session.Revision) : MessageTopic.Changed(session.Revision);
            var first = await database.ReadAsync(
                connection => connection.Query<long>(ToTell, new { Session = session.Id, ChangedAt = session.UpdatedAt, Topic = topic }).AsList(), ct).ConfigureAwait(false);
            foreach (var id in first)
                if (await database.WriteAsync(scope => Tell(scope, id, session, topic, now), ct).ConfigureAwait(false)) planned++;
            var again = await database.ReadAsync(
                connection => connection.Query<long>(ToTellAgain, new { Session = session.Id, Topic = topic, MostTries, Before = now - BetweenTries }).AsList(), ct).ConfigureAwait(false);
            foreach (var id in again)
                if (await database.WriteAsync(scope => TellAgain(scope, id, session, topic, now), ct).ConfigureAwait(false)) planned++;
        }

        return planned;
    }

    private bool Tell(WriteScope scope, long id, TrainingSession session, string topic, DateTimeOffset now)
    {
        if (registrations.Find(scope, id) is not { } row || Write(scope, row, session, now) is not { } message) return false;
        // What was planned before the change would say what is no longer true.
        messages.Withdraw(scope, id, topic, now);
        return messages.Tell(scope, id, topic, asks: !session.IsCancelled && row.State == Registration.Registered, message, now);
    }

    private bool TellAgain(WriteScope scope, long id, TrainingSession session, string topic, DateTimeOffset now)
    {
        if (registrations.Find(scope, id) is not { } row || Write(scope, row, session, now) is not { } message) return false;
        messages.TellAgain(scope, id, topic, message with { Kind = "call" }, now);
        return true;
    }

    private OutboxMessage? Write(WriteScope scope, Registration row, TrainingSession session, DateTimeOffset now)
    {
        var to = Addressee.Read(scope, row.ContactId, hours);
        var due = hours.Next(now, to.Zone);
        // Told late is better than not at all: the way there is spared until the last minute.
        return writer.Write(session.IsCancelled ? "annulee" : "changee", row, to.Language, OutboxPurpose.Notice, due, session.Start > due ? session.Start : due.AddHours(1));
    }
}
