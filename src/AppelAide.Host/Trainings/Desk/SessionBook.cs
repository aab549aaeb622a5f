using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using AppelAide.Host.Trainings.Registrations;
using Dapper;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Sessions as staff read them, with who is registered: past and cancelled ones too.</summary>
internal sealed class SessionBook(Database database, DirectorySource directory, RegistrationReader registrations)
{
    private const string Count = """
        SELECT session_id, SUM(CASE WHEN registration.state = 'waiting' THEN 0 ELSE 1 END) AS taken, SUM(CASE WHEN registration.state = 'waiting' THEN 1 ELSE 0 END) AS waiting
        FROM registration JOIN training_session ON training_session.id = session_id
        WHERE registration.state <> 'cancelled' AND training_session.date >= @From AND training_session.date <= @To
        GROUP BY session_id
        """;

    /// <summary>The sessions that suit, in order of time, and how full they are.</summary>
    public async Task<List<SessionLine>> ListAsync(SessionFilter filter, CancellationToken ct)
    {
        var counts = await database.ReadAsync(
            connection => connection.Query<Row>(Count, new { From = Written(filter.From ?? DateOnly.MinValue), To = Written(filter.To ?? DateOnly.MaxValue) })
                .ToDictionary(row => row.SessionId), ct).ConfigureAwait(false);
        var snapshot = directory.Current;
        return
        [
            .. snapshot.AllSessions.Where(session => filter.Suits(session, snapshot.Places))
                .OrderBy(session => session.Start).ThenBy(session => session.Id, StringComparer.Ordinal)
                .Select(session => (session, count: counts.GetValueOrDefault(session.Id)))
                .Select(pair => new SessionLine(pair.session, Town(snapshot, pair.session), pair.count?.Taken ?? 0, pair.count?.Waiting ?? 0)),
        ];
    }

    /// <summary>A session and everybody of it; null when there is no such session.</summary>
    public async Task<SessionSheet?> SheetAsync(string id, CancellationToken ct)
    {
        var snapshot = directory.Current;
        return snapshot.SessionsById.GetValueOrDefault(id) is { } session
            ? new SessionSheet(session, Town(snapshot, session), await registrations.OfAsync(id, ct).ConfigureAwait(false))
            : null;
    }

    // The address says it where the place is none of ours.
    private static string Town(DirectorySnapshot snapshot, TrainingSession session) =>
        snapshot.Places.Town(session.Location.PlaceId) is { Length: > 0 } town ? town : session.Location.City;

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string SessionId { get; init; } = "";
        public int Taken { get; init; }
        public int Waiting { get; init; }
    }
}
