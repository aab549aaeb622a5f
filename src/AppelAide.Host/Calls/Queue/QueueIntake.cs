using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls.Queue;

/// <summary>Puts into the queue whoever is to be called. A conversation that left a voice message and was promised a call is there once.</summary>
internal sealed class QueueIntake(SequenceStore sequences, CallPromise promise)
{
    private const string Open = "SELECT id FROM queue_item WHERE conversation_no = @ConversationNo AND state = 'open'";

    private const string Hurry = "UPDATE queue_item SET due_by = @DueBy, version = version + 1 WHERE id = @Id AND due_by > @DueBy";

    private const string Insert = """
        INSERT INTO queue_item (id, conversation_no, caller_id, asked_at, due_by, state, tries, version)
        VALUES (@Id, @ConversationNo, @CallerId, @AskedAt, @DueBy, 'open', 0, 1)
        """;

    /// <summary>They were promised a call by a moment.</summary>
    public void Promised(WriteScope scope, long conversationNo, long callerId, DateTimeOffset askedAt, DateTimeOffset dueBy) =>
        Join(scope, conversationNo, callerId, askedAt, dueBy);

    /// <summary>They left a voice message.</summary>
    public void Spoken(WriteScope scope, long conversationNo, long callerId, DateTimeOffset at) => Join(scope, conversationNo, callerId, at, promise.By(at));

    private void Join(WriteScope scope, long conversationNo, long callerId, DateTimeOffset askedAt, DateTimeOffset dueBy)
    {
        if (scope.QueryFirst<long?>(Open, new { ConversationNo = conversationNo }) is { } there)
        {
            scope.Execute(Hurry, new { Id = there, DueBy = dueBy });
            return;
        }

        var row = new { Id = sequences.Next(scope, "queue_item"), ConversationNo = conversationNo, CallerId = callerId, AskedAt = askedAt, DueBy = dueBy };
        scope.Execute(Insert, row);
    }
}
