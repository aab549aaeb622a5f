using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings;

/// <summary>Changes a session. Whoever is registered is told, from the revision on (<see cref="Messages.SessionNotices"/>).</summary>
internal sealed class SessionEditor(Database database, DirectorySource directory, TimeProvider time)
{
    private const string Update = """
        UPDATE training_session
        SET date = @Date, starts_at = @StartsAt, ends_at = @EndsAt, location_id = @LocationId, venue = @Venue, seats = @Seats, state = @State, second_hour = @SecondHour,
          revision = @Revision, note_fr = @NoteFr, note_en = @NoteEn, updated_at = @Now
        WHERE id = @Id AND revision = @Known
        """;

    private const string Location = "SELECT COUNT(*) FROM location WHERE id = @Id";

    private const string Own = "SELECT location_id, venue, seats, second_hour FROM training_session WHERE id = @Id";

    /// <summary>Makes a change.</summary>
    /// <returns>What is wrong with it, in one sentence; null when it is made.</returns>
    public async Task<string?> ChangeAsync(string id, SessionChange change, CancellationToken ct)
    {
        await directory.RefreshAsync(ct).ConfigureAwait(false);
        if (directory.Current.SessionsById.GetValueOrDefault(id) is not { } session) return $"There is no session \"{id}\".";
        var now = time.GetUtcNow();
        var (date, starts, ends) = (change.Date ?? session.Date, change.StartsAt ?? session.StartsAt, change.EndsAt ?? session.EndsAt);
        if (session.Start <= now) return $"The session {id} has begun: {session.Date:yyyy-MM-dd} at {session.StartsAt:HH\\:mm}.";
        if (await WrongAsync(change, session, date, starts, ends, now, ct).ConfigureAwait(false) is { } wrong) return wrong;
        var moves = (date, starts, ends) != (session.Date, session.StartsAt, session.EndsAt)
            || (change.LocationId is { } there && there != session.Location.Id) || (change.Venue is { } venue && venue != session.Venue)
            || (change.TakesPlace is { } takes && takes == session.IsCancelled);
        var done = await database.WriteAsync(
            scope =>
            {
                var own = scope.QueryFirst<OwnRow>(Own, new { Id = id })!;
                var changed = scope.Execute(
                    Update,
                    new
                    {
                        Id = id,
                        Known = session.Revision,
                        Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        StartsAt = starts.ToString("HH:mm", CultureInfo.InvariantCulture),
                        EndsAt = ends.ToString("HH:mm", CultureInfo.InvariantCulture),
                        LocationId = change.LocationId ?? own.LocationId,
                        Venue = change.Venue ?? own.Venue,
                        Seats = change.Seats ?? own.Seats,
                        State = (change.TakesPlace ?? !session.IsCancelled) ? "planned" : "cancelled",
                        // An hour that staff write is the first of two.
                        SecondHour = own.SecondHour && (date, starts) == (session.Date, session.StartsAt),
                        Revision = session.Revision + (moves ? 1 : 0),
                        // A change that nobody is told of leaves the last that they were told of as it was: who registered since knows it.
                        NoteFr = moves ? change.NoteFr : session.Note.Fr,
                        NoteEn = moves ? change.NoteEn : session.Note.En,
                        Now = moves ? now : session.UpdatedAt,
                    });
                if (changed == 1) DirectoryStore.Changed(scope);
                return changed == 1;
            },
            ct).ConfigureAwait(false);
        if (!done) return $"Somebody else has just changed {id}: look again.";
        await directory.RefreshAsync(ct).ConfigureAwait(false);
        return null;
    }

    private async Task<string?> WrongAsync(SessionChange change, TrainingSession session, DateOnly date, TimeOnly starts, TimeOnly ends, DateTimeOffset now, CancellationToken ct)
    {
        var zone = directory.Current.Places.TimeZoneOf(session.Location.PlaceId);
        if (change.Seats is < 1 or > 500) return $"Seats must be from 1 to 500, not {change.Seats}.";
        if (ends == starts) return $"It would end when it starts, at {starts:HH\\:mm}.";
        if (zone.IsInvalidTime(date.ToDateTime(starts))) return $"There is no {starts:HH\\:mm} on {date:yyyy-MM-dd}: the clocks go forward then.";
        if (SessionTime.Moment(date, starts, zone) <= now) return $"{date:yyyy-MM-dd} at {starts:HH\\:mm} is past.";
        if (change.LocationId is { } location && await database.ReadAsync(c => c.QueryFirst<int>(Location, new { Id = location }), ct).ConfigureAwait(false) == 0)
            return $"There is no location \"{location}\".";
        return null;
    }

    private sealed class OwnRow
    {
        public string? LocationId { get; init; }
        public string Venue { get; init; } = "";
        public int? Seats { get; init; }
        public bool SecondHour { get; init; }
    }
}
