using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>
/// The reminders and offers that citizens have not answered. Read at the start of a call and at each text: from the messages lately sent to the one
/// telephone (an index), which are a handful.
/// </summary>
internal sealed class PendingQuestionStore(Database database, DirectorySource directory) : IAskedQuestions
{
    /// <summary>Nobody answers later: a reminder is sent days ahead, an offer is held for hours.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(8);

    private const string OfMessage = "SELECT registration_id, topic, created_at AS asked_at FROM registration_message WHERE message_id = @Id";

    // Told to the telephone that is told now: a registration may have been given another one since. A reminder asks who has a seat, an offer who is
    // offered one: an offer that was taken, and a reminder of a seat that was given back, ask nothing any more; an offer that lapsed is still answered, in
    // words. What could not be sent was not asked.
    private readonly string pending = $"""
        SELECT registration_message.registration_id, registration_message.topic, registration.session_id, registration.state, registration.offered_until,
          outbox_message.sent_at AS asked_at
        FROM outbox_message
        JOIN registration_message ON registration_message.message_id = outbox_message.id
        JOIN registration ON registration.id = registration_message.registration_id
        JOIN training_session ON training_session.id = registration.session_id
        WHERE outbox_message.caller_id = @CallerId AND outbox_message.sent_at >= @Since AND outbox_message.state IN ('sending', 'sent', 'delivered')
          AND registration_message.asks = 1 AND registration_message.answer IS NULL
          AND registration.contact_id = outbox_message.caller_id AND training_session.state = 'planned'
          AND (registration.state = 'registered' AND registration_message.topic NOT LIKE 'offer:%'
            OR registration.state IN ('offered', 'waiting') AND registration_message.topic LIKE 'offer:%')
        ORDER BY outbox_message.sent_at DESC, outbox_message.id DESC {database.Dialect.Page}
        """;

    /// <inheritdoc/>
    public async Task<AskedQuestion?> FindAsync(long callerId, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new { CallerId = callerId, Since = now - Lasts, Skip = 0, Take = 10 };
        var asked = await database.ReadAsync(connection => connection.Query<Row>(pending, parameters).AsList(), ct).ConfigureAwait(false);
        var sessions = directory.Current.SessionsById;
        return asked.Where(row => sessions.TryGetValue(row.SessionId, out var session) && session.Start > now)
            .Select(row => row.ToQuestion(row.IsLapsed(now))).OrderBy(question => question.Topic == AskedQuestion.Lapsed).FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<AskedQuestion?> OfMessageAsync(long messageId, CancellationToken ct) =>
        (await database.ReadAsync(connection => connection.QueryFirstOrDefault<Row>(OfMessage, new { Id = messageId }), ct).ConfigureAwait(false))?.ToQuestion(false);

    private sealed class Row
    {
        public long RegistrationId { get; init; }
        public string Topic { get; init; } = "";
        public string SessionId { get; init; } = "";
        public DateTimeOffset AskedAt { get; init; }
        public string State { get; init; } = "";
        public DateTimeOffset? OfferedUntil { get; init; }

        public bool IsLapsed(DateTimeOffset now) => State == "waiting" || (State == "offered" && OfferedUntil <= now);

        public AskedQuestion ToQuestion(bool lapsed) => new(RegistrationId, lapsed ? AskedQuestion.Lapsed : Topic.Split(':')[0], AskedAt);
    }
}
