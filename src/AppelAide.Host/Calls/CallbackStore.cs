using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>The calls that people of the line have promised.</summary>
internal sealed class CallbackStore(Database database, SequenceStore sequences)
{
    private const string Insert = """
        INSERT INTO callback_request (id, conversation_no, caller_id, requested_at, due_by, state, updated_at)
        VALUES (@Id, @ConversationNo, @CallerId, @RequestedAt, @DueBy, 'open', @RequestedAt)
        """;

    private const string OpenOfCaller =
        "SELECT due_by FROM callback_request WHERE caller_id = @CallerId AND state = 'open' AND due_by >= @Now ORDER BY due_by";

    private const string CountOpen = """
        SELECT COUNT(*) AS open_count, COALESCE(SUM(CASE WHEN due_by < @Now THEN 1 ELSE 0 END), 0) AS late FROM callback_request WHERE state = 'open'
        """;

    private const string Settle = "UPDATE callback_request SET state = @State, updated_at = @Now WHERE id = @Id AND state = 'open'";

    private readonly string open = $"""
        SELECT callback_request.id, callback_request.conversation_no, callback_request.caller_id, caller.phone_tail,
          callback_request.requested_at, callback_request.due_by, callback_request.state
        FROM callback_request
        JOIN caller ON caller.id = callback_request.caller_id
        WHERE callback_request.state = 'open'
        ORDER BY callback_request.due_by, callback_request.id {database.Dialect.Page}
        """;

    /// <summary>Promises a call. A caller who waits already is not promised a second one, unless the time of the first has passed.</summary>
    /// <returns>By when: the earlier promise where there is one.</returns>
    public DateTimeOffset Request(WriteScope scope, long conversationNo, long callerId, DateTimeOffset requestedAt, DateTimeOffset dueBy)
    {
        if (scope.QueryFirst<DateTimeOffset?>(OpenOfCaller, new { CallerId = callerId, Now = requestedAt }) is { } promised)
            return promised;
        scope.Execute(
            Insert,
            new
            {
                Id = sequences.Next(scope, "callback_request"),
                ConversationNo = conversationNo,
                CallerId = callerId,
                RequestedAt = requestedAt,
                DueBy = dueBy,
            });
        return InstantFormat.Truncate(dueBy);
    }

    /// <summary>Who waits, the most urgent first.</summary>
    public Task<List<CallbackRequest>> ListOpenAsync(int skip, int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<CallbackRequest>(open, new { Skip = skip, Take = take }).AsList(), ct);

    /// <summary>How many wait, and how many of them for longer than was promised.</summary>
    public Task<(long Open, long Late)> CountOpenAsync(DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QuerySingle<(long, long)>(CountOpen, new { Now = now }), ct);

    /// <summary>The call was made, or is not wanted any more.</summary>
    /// <returns>False when somebody settled it before.</returns>
    public async Task<bool> SettleAsync(long id, bool done, DateTimeOffset now, CancellationToken ct) =>
        await database.WriteAsync(
            scope => scope.Execute(Settle, new { Id = id, State = done ? "done" : "cancelled", Now = now }), ct).ConfigureAwait(false) == 1;
}
