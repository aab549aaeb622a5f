using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>Who of a session was told of its last change, or of its cancellation.</summary>
internal sealed class NoticeReader(Database database)
{
    private const string OfSession = """
        SELECT registration_id, topic, tries, reached_at, outbox_message.state, outbox_message.kind
        FROM registration_message
        JOIN registration ON registration.id = registration_id
        JOIN outbox_message ON outbox_message.id = message_id
        WHERE session_id = @Session AND (topic LIKE 'cancelled:%' OR topic LIKE 'changed:%')
        ORDER BY registration_message.created_at
        """;

    /// <summary>The last notice of each registration.</summary>
    public Task<Dictionary<long, Notice>> OfSessionAsync(string session, CancellationToken ct) => database.ReadAsync(
        connection => connection.Query<Notice>(OfSession, new { Session = session })
            .GroupBy(notice => notice.RegistrationId).ToDictionary(group => group.Key, group => group.Last()),
        ct);
}
