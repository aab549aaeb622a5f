using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Outbox;

/// <summary>
/// Messages and calls to be made. A host leases what it sends; when it dies the lease ends and another takes over. An attempt is written
/// before the provider is asked, so that one whose end nobody knows is seen, and cleared up with the provider before another is made.
/// </summary>
internal sealed class OutboxStore(Database database, SequenceStore sequences)
{
    private const string Insert = """
        INSERT INTO outbox_message (
          id, conversation_no, caller_id, kind, purpose, priority, language, body, spoken, segments, state, due_at, expires_at, attempts, created_at, updated_at)
        VALUES (
          @Id, @ConversationNo, @CallerId, @Kind, @Purpose, @Priority, @Language, @Body, @Spoken, @Segments, 'due', @DueAt, @ExpiresAt, 0, @Now, @Now)
        """;

    private const string Waits = """
        SELECT CASE
          WHEN EXISTS (SELECT 1 FROM outbox_message WHERE state = 'due' AND priority IN (0, 1, 2) AND due_at <= @Now) THEN 1
          WHEN EXISTS (SELECT 1 FROM outbox_message WHERE state = 'sending' AND lease_until <= @Now) THEN 1
          ELSE 0 END
        """;

    private const string Lease = "UPDATE outbox_message SET state = 'sending', lease_until = @LeaseUntil, updated_at = @Now WHERE id IN @Ids";

    private const string Claimed = """
        SELECT outbox_message.id, outbox_message.caller_id, outbox_message.kind, outbox_message.purpose, outbox_message.body, outbox_message.segments,
          outbox_message.expires_at, outbox_message.attempts, caller.stopped, caller.texts, place.time_zone, outbox_attempt.at AS in_doubt_since
        FROM outbox_message
        JOIN caller ON caller.id = outbox_message.caller_id
        LEFT JOIN place ON place.id = caller.place_id
        LEFT JOIN outbox_attempt ON outbox_attempt.message_id = outbox_message.id AND outbox_attempt.attempt = outbox_message.attempts
          AND outbox_attempt.outcome IN ('open', 'unknown')
        WHERE outbox_message.id IN @Ids
        ORDER BY outbox_message.priority, outbox_message.due_at, outbox_message.id
        """;

    // Only the host that holds the lease, only the attempt that follows those it saw, not to somebody who stopped messages meanwhile, and not
    // beyond the day's cap: messages to one telephone may be sent side by side.
    private const string CountAttempt = """
        UPDATE outbox_message SET attempts = attempts + 1, sent_at = @Now, updated_at = @Now
        WHERE id = @Id AND state = 'sending' AND attempts = @Attempts AND lease_until > @Now
          AND NOT EXISTS (SELECT 1 FROM caller WHERE caller.id = outbox_message.caller_id AND caller.stopped = 1)
          AND (priority = 0 OR @Cap > (
            SELECT COUNT(*) FROM outbox_message other
            WHERE other.caller_id = outbox_message.caller_id AND other.sent_at >= @DayBegan AND other.priority > 0 AND other.id <> outbox_message.id))
        """;

    private const string BeginAttempt = "INSERT INTO outbox_attempt (message_id, attempt, at, outcome) VALUES (@Id, @Attempt, @Now, 'open')";

    private const string EndAttempt = """
        UPDATE outbox_attempt SET outcome = @Outcome, ended_at = @Now, error_code = @ErrorCode, provider_sid = @ProviderSid
        WHERE message_id = @Id AND attempt = @Attempt AND outcome IN ('open', 'unknown')
        """;

    private const string Taken = """
        UPDATE outbox_message SET state = 'sent', provider_sid = @ProviderSid, error_code = NULL, reason = NULL, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state IN ('due', 'sending')
        """;

    private const string Settled = """
        UPDATE outbox_message SET state = @State, reason = @Reason, error_code = @ErrorCode, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state IN ('due', 'sending')
        """;

    private const string PutOff = """
        UPDATE outbox_message SET state = 'due', due_at = @DueAt, sent_at = NULL, reason = @Reason, error_code = @ErrorCode, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state = 'sending'
        """;

    private const string Converted = """
        UPDATE outbox_message SET kind = 'call', state = 'due', due_at = @Now, provider_sid = NULL, sent_at = NULL, reason = 'landline',
          error_code = @ErrorCode, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND kind = 'sms' AND state IN ('due', 'sending', 'sent')
        """;

    private const string CancelOne = "UPDATE outbox_message SET state = 'cancelled', reason = 'staff', updated_at = @Now WHERE id = @Id AND state = 'due'";

    private const string CancelDue = """
        UPDATE outbox_message SET state = 'cancelled', reason = 'stopped', lease_until = NULL, updated_at = @Now WHERE caller_id = @CallerId AND state = 'due'
        """;

    private const string Named = "SELECT COUNT(*) FROM outbox_message WHERE provider_sid = @ProviderSid";

    private const string TodayOf = """
        SELECT COUNT(*) FROM outbox_message WHERE caller_id = @CallerId AND sent_at >= @DayBegan AND priority > 0
        """;

    // Lists by the index (state, priority, due_at) rather than one by OR; 'sending' past its lease was left by a host that died.
    private readonly string due = $"""
        SELECT id FROM outbox_message {database.Dialect.ForUpdateSkippingLocked}
        WHERE state = 'due' AND priority = @Priority AND due_at <= @Now ORDER BY due_at, id {database.Dialect.Page}
        """;

    private readonly string abandoned = $"""
        SELECT id FROM outbox_message {database.Dialect.ForUpdateSkippingLocked}
        WHERE state = 'sending' AND priority = @Priority AND lease_until <= @Now ORDER BY due_at, id {database.Dialect.Page}
        """;

    /// <summary>Adds a message, in the same transaction as what asked for it.</summary>
    /// <returns>Its identifier.</returns>
    public long Enqueue(WriteScope scope, OutboxMessage message, DateTimeOffset now)
    {
        var id = sequences.Next(scope, "outbox_message");
        scope.Execute(
            Insert,
            new
            {
                Id = id,
                message.ConversationNo,
                message.CallerId,
                message.Kind,
                message.Purpose,
                Priority = OutboxPurpose.Priority(message.Purpose),
                message.Language,
                message.Body,
                message.Spoken,
                message.Segments,
                message.DueAt,
                message.ExpiresAt,
                Now = now,
            });
        return id;
    }

    /// <summary>Takes what is due, answers first, for as long as the lease; what a dead host left goes before what nobody touched.</summary>
    public async Task<List<ClaimedMessage>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int take, CancellationToken ct)
    {
        // Looked for before a writer is kept waiting: most rounds find nothing.
        if (!await database.ReadAsync(connection => connection.QueryFirst<int>(Waits, new { Now = now }) > 0, ct).ConfigureAwait(false)) return [];
        return await database.WriteAsync(
            scope =>
            {
                List<long> ids = [];
                for (var priority = 0; priority < OutboxPurpose.Priorities && ids.Count < take; priority++)
                    foreach (var list in new[] { abandoned, due })
                        if (ids.Count < take) ids.AddRange(scope.Query<long>(list, new { Now = now, Priority = priority, Skip = 0, Take = take - ids.Count }));
                if (ids.Count == 0) return [];
                scope.Execute(Lease, new { Ids = ids, Now = now, LeaseUntil = now + lease });
                return scope.Query<ClaimedMessage>(Claimed, new { Ids = ids });
            },
            ct).ConfigureAwait(false);
    }

    /// <summary>Writes that the provider is about to be asked: an attempt is counted when it is made, not when it is queued.</summary>
    /// <param name="message">As it was claimed.</param>
    /// <param name="dayBegan">When the citizen's day began.</param>
    /// <param name="cap">How many messages that they did not just ask for may go to them in a day.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>False when the lease is over and somebody else may be at it, when the citizen stopped messages, or when the cap is reached.</returns>
    public Task<bool> BeginAttemptAsync(ClaimedMessage message, DateTimeOffset dayBegan, int cap, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (scope.Execute(CountAttempt, new { message.Id, message.Attempts, DayBegan = dayBegan, Cap = cap, Now = now }) == 0) return false;
                scope.Execute(BeginAttempt, new { message.Id, Attempt = message.Attempts + 1, Now = now });
                return true;
            },
            ct);

    /// <summary>The provider took it.</summary>
    /// <returns>False when that was known already.</returns>
    public bool Take(WriteScope scope, long id, int attempt, string providerSid, DateTimeOffset now)
    {
        End(scope, id, attempt, "taken", null, providerSid, now);
        return scope.Execute(Taken, new { Id = id, ProviderSid = providerSid, Now = now }) == 1;
    }

    /// <summary>It is given up: <c>failed</c>, or <c>cancelled</c> when nobody wants it any more.</summary>
    /// <returns>False when it was sent, given up or cancelled already.</returns>
    public bool Settle(WriteScope scope, long id, string state, string reason, int? errorCode, DateTimeOffset now) =>
        scope.Execute(Settled, new { Id = id, State = state, Reason = reason, ErrorCode = errorCode, Now = now }) == 1;

    /// <summary>It waits for later.</summary>
    public bool Postpone(WriteScope scope, long id, DateTimeOffset dueAt, string reason, int? errorCode, DateTimeOffset now) =>
        scope.Execute(PutOff, new { Id = id, DueAt = dueAt, Reason = reason, ErrorCode = errorCode, Now = now }) == 1;

    /// <summary>How an attempt ended: <c>refused</c>, <c>later</c>, <c>unknown</c>, or <c>absent</c> when the provider has no record of it.</summary>
    public void End(WriteScope scope, long id, int attempt, string outcome, int? errorCode, string? providerSid, DateTimeOffset now) =>
        scope.Execute(EndAttempt, new { Id = id, Attempt = attempt, Outcome = outcome, ErrorCode = errorCode, ProviderSid = providerSid, Now = now });

    /// <summary>A telephone without texts is called instead.</summary>
    public bool MakeCall(WriteScope scope, long id, int? errorCode, DateTimeOffset now) =>
        scope.Execute(Converted, new { Id = id, ErrorCode = errorCode, Now = now }) == 1;

    /// <summary>The citizen wants no more messages: none that waits is sent.</summary>
    /// <returns>How many are cancelled.</returns>
    public int CancelAll(WriteScope scope, long callerId, DateTimeOffset now) => scope.Execute(CancelDue, new { CallerId = callerId, Now = now });

    /// <summary>Staff keep a message that waits from being sent.</summary>
    /// <returns>False when it waits no more.</returns>
    public bool CancelByStaff(WriteScope scope, long id, DateTimeOffset now) => scope.Execute(CancelOne, new { Id = id, Now = now }) == 1;

    /// <summary>Whether a name that the provider gave belongs to a message here already: the provider's record knows words and numbers, not ours.</summary>
    public Task<bool> IsNamedAsync(string providerSid, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst<int>(Named, new { ProviderSid = providerSid }) > 0, ct);

    /// <summary>How many messages that they did not just ask for went to a citizen since their day began.</summary>
    public Task<int> CountTodayAsync(long callerId, DateTimeOffset dayBegan, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst<int>(TodayOf, new { CallerId = callerId, DayBegan = dayBegan }), ct);
}
