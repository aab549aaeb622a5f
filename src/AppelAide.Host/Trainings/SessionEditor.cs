using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings;

/// <summary>Changes a session. Whoever is registered is told, from the revision on (<see cref="Messages.SessionNotices"/>).</summary>
internal sealed class SessionEditor(Database database, SequenceStore sequences, DirectorySource directory, TimeProvider time)
{
    private const string Update = """
        UPDATE training_session
        SET date = @Date, starts_at = @StartsAt, ends_at = @EndsAt, location_id = @LocationId, venue = @Venue, seats = @Seats, state = @State, second_hour = @SecondHour,
          revision = @Revision, note_fr = @NoteFr, note_en = @NoteEn, updated_at = @Now
        WHERE id = @Id AND revision = @Known
        """;

    // A session further away is a slip of the year.
    private const int Furthest = 3;

    private const string Location = "SELECT COUNT(*) FROM location WHERE id = @Id";

    private const string Own = """
        SELECT id, date, starts_at, ends_at, location_id, venue, seats, state, second_hour, revision, note_fr, note_en FROM training_session WHERE id = @Id
        """;

    private readonly RecordHistory history = new(sequences);

    /// <summary>A session as the database has it; null when there is none.</summary>
    public Task<SessionRecord?> ReadAsync(string id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<SessionRecord>(Own, new { Id = id }), ct);

    /// <summary>What was changed of it, the latest first.</summary>
    public Task<List<RecordChange>> HistoryAsync(string id, int skip, int take, CancellationToken ct) =>
        history.ListAsync(database, new(HistoryPage.Session, id), skip, take, ct);

    /// <summary>Makes a change.</summary>
    /// <param name="id">Of which session.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="hand">Whose hand; null for the command line, which means whatever is there.</param>
    public async Task<SessionAnswer> ChangeAsync(string id, SessionChange change, CancellationToken ct, EditHand? hand = null)
    {
        await directory.RefreshAsync(ct).ConfigureAwait(false);
        if (directory.Current.SessionsById.GetValueOrDefault(id) is not { } session)
            return new(EditStatus.Gone, new($"Il n'y a pas de séance « {id} ».", $"There is no session \"{id}\"."));
        var now = time.GetUtcNow();
        var (date, starts, ends) = (change.Date ?? session.Date, change.StartsAt ?? session.StartsAt, change.EndsAt ?? session.EndsAt);
        if (await WrongAsync(change, session, date, starts, ends, now, ct).ConfigureAwait(false) is { } wrong) return new(EditStatus.Wrong, wrong);
        var moves = (date, starts, ends) != (session.Date, session.StartsAt, session.EndsAt)
            || (change.LocationId is { } there && there != session.Location.Id) || (change.Venue is { } venue && venue != session.Venue)
            || (change.TakesPlace is { } takes && takes == session.IsCancelled);
        try
        {
            var status = await database.WriteAsync(
                scope =>
                {
                    if (hand?.Begin?.Invoke(scope) == false) return EditStatus.SentBefore;
                    var own = scope.QueryFirst<SessionRecord>(Own, new { Id = id })!;
                    var next = own with
                    {
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
                    };
                    if (hand?.Mark is { } mark && mark != own.Mark) throw new NotMadeException<SessionAnswer>(Overtaken(id));
                    if (scope.Execute(Update, Parameters(next, session.Revision, moves ? now : session.UpdatedAt)) == 0) throw new NotMadeException<SessionAnswer>(Overtaken(id));
                    Remember(scope, own, next, hand, now);
                    DirectoryStore.Changed(scope);
                    return EditStatus.Saved;
                },
                ct).ConfigureAwait(false);
            await directory.RefreshAsync(ct).ConfigureAwait(false);
            return new(status, Bilingual.Empty);
        }
        catch (NotMadeException<SessionAnswer> refusal)
        {
            return refusal.Outcome;
        }
    }

    private static object Parameters(SessionRecord next, int known, DateTimeOffset now) => new
    {
        next.Id,
        Known = known,
        next.Date,
        next.StartsAt,
        next.EndsAt,
        next.LocationId,
        next.Venue,
        next.Seats,
        next.State,
        next.SecondHour,
        next.Revision,
        next.NoteFr,
        next.NoteEn,
        Now = now,
    };

    private void Remember(WriteScope scope, SessionRecord before, SessionRecord after, EditHand? hand, DateTimeOffset now)
    {
        if (before == after) return;
        history.Write(
            scope, new(HistoryPage.Session, before.Id), RecordChange.Edit, hand?.Staff ?? "", now,
            [new HistoryRow { Kind = HistoryPage.Session, RecordId = before.Id, RecordBefore = before.ToJson(), RecordAfter = after.ToJson() }]);
    }

    private static SessionAnswer Overtaken(string id) => new(
        EditStatus.Overtaken, new($"Quelqu'un d'autre vient de modifier {id} : regardez de nouveau.", $"Somebody else has just changed {id}: look again."));

    private async Task<Bilingual?> WrongAsync(
        SessionChange change, TrainingSession session, DateOnly date, TimeOnly starts, TimeOnly ends, DateTimeOffset now, CancellationToken ct)
    {
        var zone = directory.Current.Places.TimeZoneOf(session.Location.PlaceId);
        if (session.Start <= now)
            return new($"La séance {session.Id} a commencé : {session.Date:yyyy-MM-dd} à {session.StartsAt:HH\\:mm}.", $"The session {session.Id} has begun: {session.Date:yyyy-MM-dd} at {session.StartsAt:HH\\:mm}.");
        if (change.Seats is < 1 or > 500) return new($"Il faut de 1 à 500 places, et non {change.Seats}.", $"Seats must be from 1 to 500, not {change.Seats}.");
        if (ends == starts) return new($"Elle finirait à l'heure où elle commence, {starts:HH\\:mm}.", $"It would end when it starts, at {starts:HH\\:mm}.");
        if (date > DateOnly.FromDateTime(now.UtcDateTime).AddYears(Furthest))
            return new($"Le {date:yyyy-MM-dd} est dans plus de {Furthest} ans : vérifiez l'année.", $"{date:yyyy-MM-dd} is more than {Furthest} years away: check the year.");
        if (zone.IsInvalidTime(date.ToDateTime(starts)))
            return new($"Il n'y a pas de {starts:HH\\:mm} le {date:yyyy-MM-dd} : l'heure avance cette nuit-là.", $"There is no {starts:HH\\:mm} on {date:yyyy-MM-dd}: the clocks go forward then.");
        if (SessionTime.Moment(date, starts, zone) <= now) return new($"Le {date:yyyy-MM-dd} à {starts:HH\\:mm} est passé.", $"{date:yyyy-MM-dd} at {starts:HH\\:mm} is past.");
        if (change.LocationId is { } location && await database.ReadAsync(c => c.QueryFirst<int>(Location, new { Id = location }), ct).ConfigureAwait(false) == 0)
            return new($"Il n'y a pas de lieu « {location} ».", $"There is no location \"{location}\".");
        return null;
    }
}
