using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>Whom a change or a cancellation has not reached, until staff or the line did.</summary>
internal sealed class UnreachedReader(Database database)
{
    private const string All = """
        SELECT registration_id, session_id, topic, name, contact.phone_tail AS tail, tries, outbox_message.state
        FROM registration_message
        JOIN registration ON registration.id = registration_id
        JOIN training_session ON training_session.id = session_id
        JOIN caller contact ON contact.id = contact_id
        JOIN outbox_message ON outbox_message.id = message_id
        WHERE reached_at IS NULL AND (topic LIKE 'cancelled:%' OR topic LIKE 'changed:%') AND registration.state <> 'cancelled' AND training_session.date >= @Today
        UNION ALL
        SELECT registration.id, session_id, CASE training_session.state WHEN 'cancelled' THEN 'cancelled' ELSE 'changed' END, name, contact.phone_tail, 0, 'planned'
        FROM registration
        JOIN training_session ON training_session.id = session_id
        JOIN caller contact ON contact.id = contact_id
        WHERE training_session.revision > 0 AND registration.registered_at < training_session.updated_at AND registration.state <> 'cancelled' AND training_session.date >= @Today
          AND NOT EXISTS (
            SELECT 1 FROM registration_message told
            WHERE told.registration_id = registration.id AND told.created_at >= training_session.updated_at AND (told.topic LIKE 'cancelled:%' OR told.topic LIKE 'changed:%'))
        """;

    private const string Reached = "UPDATE registration_message SET reached_at = @Now WHERE registration_id = @Id AND reached_at IS NULL";

    /// <summary>Everybody, by session; also whom the line has yet to tell.</summary>
    /// <param name="today">Sessions before are over, yyyy-MM-dd.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<UnreachedPerson>> AllAsync(string today, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.Query<UnreachedPerson>(All, new { Today = today })
                .OrderBy(person => person.SessionId, StringComparer.Ordinal).ThenBy(person => person.RegistrationId).ToList(),
            ct);

    /// <summary>Staff told them.</summary>
    /// <returns>False when there was nothing left to tell.</returns>
    public Task<bool> ReachedAsync(long registration, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(scope => scope.Execute(Reached, new { Id = registration, Now = now }) > 0, ct);
}
