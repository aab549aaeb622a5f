using AppelAide.Dialogue;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>Who is on the line now.</summary>
internal sealed class LiveReader(Database database)
{
    private const int MostListed = 50;

    // A text has no end: whoever wrote a moment ago is still there.
    private static readonly TimeSpan TextsLast = TimeSpan.FromMinutes(15);

    // A call whose end the provider never told is not shown for ever.
    private static readonly TimeSpan CallsLast = TimeSpan.FromHours(2);

    private readonly string open = $"""
        SELECT conversation.no, conversation.channel, conversation.started_at, conversation.language, conversation.place_id, conversation.trial, caller.phone_tail, turn.at AS last_at, turn.node
        FROM conversation
        JOIN caller ON caller.id = conversation.caller_id
        JOIN session ON session.conversation_no = conversation.no
        JOIN turn ON turn.conversation_no = session.conversation_no AND turn.turn_no = session.turn_no
        WHERE conversation.ended_at IS NULL AND conversation.started_at >= @Since AND (conversation.channel = 'voice' OR turn.at >= @TextsSince)
        ORDER BY conversation.started_at DESC {database.Dialect.Page}
        """;

    /// <summary>Calls and exchanges of texts going on, the newest first, fifty at most.</summary>
    public Task<List<LiveConversationLine>> ListAsync(DateTimeOffset now, CancellationToken ct)
    {
        // A citizen's exchange of texts may have begun this morning.
        var parameters = new { Since = now - TimeSpan.FromHours(12), TextsSince = now - TextsLast, Skip = 0, Take = MostListed };
        return database.ReadAsync(
            connection => connection.Query<LiveConversationLine>(open, parameters).Where(line => line.Channel == Channel.Sms || now - line.LastAt < CallsLast).ToList(),
            ct);
    }
}
