using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary>The calls that people of the line have promised. Staff see them in the queue (<see cref="QueueReader"/>).</summary>
internal sealed class CallbackStore(SequenceStore sequences, QueueIntake queue)
{
    private const string Insert = """
        INSERT INTO callback_request (id, conversation_no, caller_id, requested_at, due_by, state, updated_at)
        VALUES (@Id, @ConversationNo, @CallerId, @RequestedAt, @DueBy, 'open', @RequestedAt)
        """;

    private const string OpenOfCaller =
        "SELECT due_by FROM callback_request WHERE caller_id = @CallerId AND state = 'open' AND due_by >= @Now ORDER BY due_by";

    private const string SettleOfConversation =
        "UPDATE callback_request SET state = @State, updated_at = @Now WHERE conversation_no = @ConversationNo AND state = 'open'";

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
        queue.Promised(scope, conversationNo, callerId, requestedAt, dueBy);
        return InstantFormat.Truncate(dueBy);
    }

    /// <summary>The call that a conversation was promised was made, or is not wanted any more: its caller may ask again.</summary>
    /// <returns>False when none was open.</returns>
    public static bool Settle(WriteScope scope, long conversationNo, bool done, DateTimeOffset now) =>
        scope.Execute(SettleOfConversation, new { ConversationNo = conversationNo, State = done ? "done" : "cancelled", Now = now }) > 0;
}
