using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>What is known of recordings; the sound itself is in <see cref="Recordings.SoundStore"/>. A voice message joins the queue of those who are to be called.</summary>
internal sealed class RecordingStore(Database database, SequenceStore sequences, QueueIntake queue)
{
    /// <summary>The purpose of a message that somebody is to listen to.</summary>
    public const string Voicemail = "voicemail";

    private const string Columns = "id, recording_sid, conversation_no, caller_id, purpose, seconds, state, created_at";

    private const string BySid = $"SELECT {Columns} FROM recording WHERE recording_sid = @RecordingSid";

    private const string ById = $"SELECT {Columns} FROM recording WHERE id = @Id";

    // By the caller, who has few: the conversation has no index.
    private const string OfConversation =
        $"SELECT {Columns} FROM recording WHERE caller_id = @CallerId AND conversation_no = @No ORDER BY id";

    private const string Delete = "UPDATE recording SET state = 'deleted', updated_at = @Now WHERE recording_sid = @RecordingSid AND state <> 'deleted'";

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "recording",
        ["recording_sid"],
        "id", "recording_sid", "conversation_no", "caller_id", "purpose", "seconds", "state", "created_at", "updated_at");

    /// <summary>Notes a recording that the provider holds; a second notice of it changes nothing.</summary>
    public void Add(WriteScope scope, string recordingSid, long conversationNo, long callerId, string purpose, int seconds, DateTimeOffset at)
    {
        var isNew = scope.Execute(
            insert,
            new
            {
                Id = sequences.Next(scope, "recording"),
                RecordingSid = recordingSid,
                ConversationNo = conversationNo,
                CallerId = callerId,
                Purpose = purpose,
                Seconds = seconds,
                State = "pending",
                CreatedAt = at,
                UpdatedAt = at,
            }) == 1;
        if (isNew && purpose == Voicemail) queue.Spoken(scope, conversationNo, callerId, at);
    }

    /// <summary>The recording of a provider's name, or null.</summary>
    public Task<Recording?> FindAsync(string recordingSid, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Recording>(BySid, new { RecordingSid = recordingSid }), ct);

    /// <summary>The recording of an identifier, or null.</summary>
    public Task<Recording?> FindAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Recording>(ById, new { Id = id }), ct);

    /// <summary>What was recorded in a conversation.</summary>
    public Task<List<Recording>> ListAsync(long no, long callerId, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<Recording>(OfConversation, new { No = no, CallerId = callerId }).AsList(), ct);

    /// <summary>It is destroyed.</summary>
    /// <returns>False when it was already.</returns>
    public async Task<bool> MarkDeletedAsync(string recordingSid, DateTimeOffset now, CancellationToken ct) =>
        await database.WriteAsync(scope => scope.Execute(Delete, new { RecordingSid = recordingSid, Now = now }), ct).ConfigureAwait(false) == 1;
}
