using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>The messages that a conversation puts in the outbox, so that the telephone in the terminal can show them.</summary>
internal sealed class SentTextReader(Database database)
{
    // By way of the caller: the outbox has an index on callers, not on conversations.
    private const string Since = """
        SELECT outbox_message.language, outbox_message.body, outbox_message.segments
        FROM conversation
        JOIN outbox_message ON outbox_message.caller_id = conversation.caller_id
        WHERE conversation.no = @No AND outbox_message.conversation_no = @No AND outbox_message.kind = 'sms' AND outbox_message.created_at >= @At
          AND outbox_message.due_at <= @Now
        ORDER BY outbox_message.id
        """;

    /// <summary>Those asked for since a moment and due now; reminders come on their day.</summary>
    public Task<List<SentText>> SinceAsync(long no, DateTimeOffset at, DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.Query<(string Language, string Body, int Segments)>(Since, new { No = no, At = at, Now = now })
                .Select(row => new SentText(row.Language, row.Body, row.Segments)).ToList(),
            ct);
}
