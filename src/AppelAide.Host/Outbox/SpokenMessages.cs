using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Outbox;

/// <summary>What a call that the line made is to say, read when it is answered.</summary>
internal sealed class SpokenMessages(Database database)
{
    // Due and sending: it may be answered before the provider's own reply to the request is recorded.
    private const string ToSay = """
        SELECT caller_id, purpose, language, spoken FROM outbox_message WHERE id = @Id AND kind = 'call' AND state IN ('due', 'sending', 'sent')
        """;

    /// <summary>The message; null when there is none, or it is no longer to be said: cancelled, given up, or heard already.</summary>
    public Task<SpokenMessage?> FindAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<SpokenMessage>(ToSay, new { Id = id }), ct);
}
