using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Registrations read without a lock: to be told, listed, printed.</summary>
internal sealed class RegistrationReader(Database database, DirectorySource directory)
{
    private const string OfCaller = $"""
        SELECT {RegistrationStore.Columns} {RegistrationStore.From} JOIN training_session ON training_session.id = session_id
        WHERE registration.caller_id = @Caller AND registration.state <> 'cancelled' AND training_session.date >= @Today
        UNION
        SELECT {RegistrationStore.Columns} {RegistrationStore.From} JOIN training_session ON training_session.id = session_id
        WHERE registration.contact_id = @Caller AND registration.state <> 'cancelled' AND training_session.date >= @Today
        """;

    private const string ById = $"SELECT {RegistrationStore.Columns} {RegistrationStore.From} WHERE registration.id = @Id";

    private const string OfSession = $"SELECT {RegistrationStore.Columns} {RegistrationStore.From} WHERE session_id = @Session";

    /// <summary>What a telephone registered, or is told of, for sessions that have not begun; the first to come first.</summary>
    public List<Registration> Of(long caller, DateTimeOffset now)
    {
        var today = now.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        var rows = database.ReadAsync(
            connection => connection.Query<Registration>(OfCaller, new { Caller = caller, Today = today }).AsList(), CancellationToken.None).GetAwaiter().GetResult();
        var sessions = directory.Current.SessionsById;
        return
        [
            .. rows.Where(row => sessions.TryGetValue(row.SessionId, out var session) && session.Start > now)
                .OrderBy(row => sessions[row.SessionId].Start).ThenBy(row => row.Id),
        ];
    }

    /// <summary>A registration; null when there is none.</summary>
    public Registration? Find(long id) => database.ReadAsync(
        connection => connection.QueryFirstOrDefault<Registration>(ById, new { Id = id }), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Everybody of a session, those who cancelled too.</summary>
    public Task<List<Registration>> OfAsync(string session, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<Registration>(OfSession, new { Session = session }).AsList(), ct);
}
