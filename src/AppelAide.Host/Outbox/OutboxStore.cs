using AppelAide.Host.Persistence;

namespace AppelAide.Host.Outbox;

/// <summary>
/// Messages and calls to be made. A host leases what it sends; when it dies the lease ends and another takes over. The state only moves
/// forward: due, sending, sent, then delivered or failed, whatever the order in which the provider reports.
/// </summary>
internal sealed class OutboxStore(Database database, SequenceStore sequences)
{
    private const string Insert = """
        INSERT INTO outbox (id, conversation_no, caller_id, kind, language, body, segments, state, due_at, attempts, created_at, updated_at)
        VALUES (@Id, @ConversationNo, @CallerId, @Kind, @Language, @Body, @Segments, 'due', @DueAt, 0, @Now, @Now)
        """;

    private const string Lease = """
        UPDATE outbox SET state = 'sending', lease_until = @LeaseUntil, attempts = attempts + 1, updated_at = @Now WHERE id IN @Ids
        """;

    private const string Claimed =
        "SELECT id, caller_id, conversation_no, kind, language, body, segments, attempts FROM outbox WHERE id IN @Ids ORDER BY due_at, id";

    private const string Sent = """
        UPDATE outbox SET state = 'sent', provider_sid = @ProviderSid, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state IN ('due', 'sending')
        """;

    private const string Failed = """
        UPDATE outbox SET state = 'failed', error_code = @ErrorCode, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state IN ('due', 'sending')
        """;

    private const string Retried = """
        UPDATE outbox SET state = 'due', due_at = @DueAt, error_code = @ErrorCode, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state = 'sending'
        """;

    private const string Postponed = """
        UPDATE outbox SET state = 'due', due_at = @DueAt, attempts = attempts - 1, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND state = 'sending'
        """;

    private const string Reported = """
        UPDATE outbox SET state = @State, error_code = @ErrorCode, updated_at = @Now WHERE provider_sid = @ProviderSid AND state = 'sent'
        """;

    private const string Refused = """
        UPDATE outbox SET state = 'failed', error_code = @ErrorCode, updated_at = @Now WHERE caller_id = @CallerId AND kind = 'sms' AND state = 'due'
        """;

    // Two lists by the index (state, due_at) rather than one by OR; 'sending' past its lease was left by a host that died.
    private readonly string due =
        $"SELECT id FROM outbox {database.Dialect.ForUpdateSkippingLocked} WHERE state = 'due' AND due_at <= @Now ORDER BY due_at, id {database.Dialect.Page}";

    private readonly string abandoned =
        $"SELECT id FROM outbox {database.Dialect.ForUpdateSkippingLocked} WHERE state = 'sending' AND lease_until <= @Now ORDER BY due_at, id {database.Dialect.Page}";

    /// <summary>Adds a message, in the same transaction as what asked for it.</summary>
    /// <returns>Its identifier.</returns>
    public long Enqueue(WriteScope scope, OutboxMessage message, DateTimeOffset now)
    {
        var id = sequences.Next(scope, "outbox");
        scope.Execute(
            Insert,
            new
            {
                Id = id,
                message.ConversationNo,
                message.CallerId,
                message.Kind,
                message.Language,
                message.Body,
                message.Segments,
                message.DueAt,
                Now = now,
            });
        return id;
    }

    /// <summary>Takes what is due, first those that a dead host left, for as long as the lease.</summary>
    public Task<List<ClaimedMessage>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int take, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                var ids = scope.Query<long>(abandoned, new { Now = now, Skip = 0, Take = take });
                if (ids.Count < take)
                    ids.AddRange(scope.Query<long>(due, new { Now = now, Skip = 0, Take = take - ids.Count }));
                if (ids.Count == 0)
                    return [];
                scope.Execute(Lease, new { Ids = ids, Now = now, LeaseUntil = now + lease });
                return scope.Query<ClaimedMessage>(Claimed, new { Ids = ids });
            },
            ct);

    /// <summary>The provider took it.</summary>
    /// <returns>False when it was sent or failed already.</returns>
    public Task<bool> MarkSentAsync(long id, string providerSid, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(Sent, new { Id = id, ProviderSid = providerSid, Now = now }, ct);

    /// <summary>It is given up.</summary>
    /// <returns>False when it was sent or failed already.</returns>
    public Task<bool> MarkFailedAsync(long id, int? errorCode, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(Failed, new { Id = id, ErrorCode = errorCode, Now = now }, ct);

    /// <summary>It was tried and is to be tried again later.</summary>
    public Task<bool> RetryAsync(long id, int? errorCode, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(Retried, new { Id = id, ErrorCode = errorCode, DueAt = dueAt, Now = now }, ct);

    /// <summary>It was not tried (outside hours): the attempt is given back.</summary>
    public Task<bool> PostponeAsync(long id, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(Postponed, new { Id = id, DueAt = dueAt, Now = now }, ct);

    /// <summary>The provider reports that it was delivered, or was not.</summary>
    /// <returns>False when it is not known as sent: never sent, or reported already.</returns>
    public Task<bool> ReportAsync(string providerSid, bool delivered, int? errorCode, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(
            Reported,
            new { ProviderSid = providerSid, State = delivered ? "delivered" : "failed", ErrorCode = errorCode, Now = now },
            ct);

    /// <summary>The caller wants no more messages: none that waits is sent.</summary>
    /// <returns>How many are given up.</returns>
    public int RefuseAll(WriteScope scope, long callerId, int errorCode, DateTimeOffset now) =>
        scope.Execute(Refused, new { CallerId = callerId, ErrorCode = errorCode, Now = now });

    private async Task<bool> ChangeAsync(string sql, object parameters, CancellationToken ct) =>
        await database.WriteAsync(scope => scope.Execute(sql, parameters), ct).ConfigureAwait(false) == 1;
}
