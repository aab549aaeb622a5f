using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>The trainings of a source, their sessions and what was said of their dates.</summary>
internal static class CalendarImportStore
{
    // Locked by who writes: two imports of one source come one after the other.
    private const string Trainings = """
        SELECT id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, kind, language, level, cost, bring_fr, bring_en,
          access_fr, access_en, venue, dial_in, contact_name, contact_phone, contact_email, seats, source
        FROM training {0} WHERE source = @source
        """;

    private const string Sessions = """
        SELECT s.id, s.training_id, s.date, s.starts_at, s.ends_at, s.state, s.location_id, s.venue, s.all_day, s.second_hour, s.revision, s.uid
        FROM training_session s JOIN training t ON t.id = s.training_id WHERE t.source = @source
        """;

    private const string Series = """
        SELECT r.training_id, r.content, r.made_until FROM training_series r JOIN training t ON t.id = r.training_id WHERE t.source = @source
        """;

    private const string DueSources = """
        SELECT DISTINCT t.source FROM training_series r JOIN training t ON t.id = r.training_id WHERE r.made_until < @date
        """;

    private const string Organization = "SELECT COUNT(*) FROM organization WHERE id = @id AND active = 1";

    private const string OwnLocations = "SELECT id FROM location WHERE organization_id = @id AND active = 1";

    private const string InsertTraining = """
        INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, kind, language, level, cost, bring_fr,
          bring_en, access_fr, access_en, venue, dial_in, contact_name, contact_phone, contact_email, seats, source)
        VALUES (@Id, @OrganizationId, @LocationId, @TitleFr, @TitleEn, @DescriptionFr, @DescriptionEn, @Topic, @Kind, @Language, @Level, @Cost, @BringFr,
          @BringEn, @AccessFr, @AccessEn, @Venue, @DialIn, @ContactName, @ContactPhone, @ContactEmail, @Seats, @Source)
        """;

    private const string UpdateTraining = """
        UPDATE training SET organization_id = @OrganizationId, location_id = @LocationId, title_fr = @TitleFr, title_en = @TitleEn,
          description_fr = @DescriptionFr, description_en = @DescriptionEn, topic = @Topic, kind = @Kind, language = @Language, level = @Level, cost = @Cost,
          bring_fr = @BringFr, bring_en = @BringEn, access_fr = @AccessFr, access_en = @AccessEn, venue = @Venue, dial_in = @DialIn,
          contact_name = @ContactName, contact_phone = @ContactPhone, contact_email = @ContactEmail, seats = @Seats
        WHERE id = @Id
        """;

    private const string InsertSession = """
        INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state, location_id, venue, all_day, second_hour, revision, uid, updated_at)
        VALUES (@Id, @TrainingId, @Date, @StartsAt, @EndsAt, @State, @LocationId, @Venue, @AllDay, @SecondHour, @Revision, @Uid, @UpdatedAt)
        """;

    private const string UpdateSession = """
        UPDATE training_session SET date = @Date, starts_at = @StartsAt, ends_at = @EndsAt, state = @State, location_id = @LocationId, venue = @Venue,
          all_day = @AllDay, second_hour = @SecondHour, revision = @Revision, uid = @Uid, updated_at = @UpdatedAt
        WHERE id = @Id
        """;

    /// <summary>What is known of a source, for a look.</summary>
    public static KnownCalendar Read(DbConnection connection, string source)
    {
        var of = new { source };
        return Known(
            connection.Query<TrainingRow>(string.Format(CultureInfo.InvariantCulture, Trainings, ""), of),
            connection.Query<SessionRow>(Sessions, of),
            connection.Query<SeriesRow>(Series, of));
    }

    /// <summary>What is known of a source, which nobody else changes until the transaction ends.</summary>
    public static KnownCalendar ReadAlone(WriteScope scope, string source)
    {
        var of = new { source };
        var trainings = scope.Query<TrainingRow>(string.Format(CultureInfo.InvariantCulture, Trainings, scope.Dialect.ForUpdate), of);
        return Known(trainings, scope.Query<SessionRow>(Sessions, of), scope.Query<SeriesRow>(Series, of));
    }

    /// <summary>The sources that have something of which sessions are to be made until a date.</summary>
    public static List<string> Due(DbConnection connection, string date) => connection.Query<string>(DueSources, new { date }).AsList();

    /// <summary>Whether there is an organization.</summary>
    public static bool HasOrganization(DbConnection connection, string id) => connection.QuerySingle<long>(Organization, new { id }) > 0;

    /// <summary>The locations that are an organization's own.</summary>
    public static List<string> LocationsOf(DbConnection connection, string id) => connection.Query<string>(OwnLocations, new { id }).AsList();

    /// <summary>Writes what a plan changes. A plan that changes nothing writes nothing.</summary>
    public static void Write(WriteScope scope, CalendarImportPlan plan, DateTimeOffset now)
    {
        foreach (var training in plan.NewTrainings) scope.Execute(InsertTraining, training);
        foreach (var training in plan.ChangedTrainings) scope.Execute(UpdateTraining, training);
        foreach (var session in plan.NewSessions) scope.Execute(InsertSession, With(session, now));
        foreach (var session in plan.ChangedSessions) scope.Execute(UpdateSession, With(session, now));
        if (!plan.Series.IsEmpty)
        {
            var upsert = scope.Dialect.Upsert("training_series", ["training_id"], "training_id", "content", "made_until");
            foreach (var series in plan.Series) scope.Execute(upsert, series);
        }

        if (plan.IsAnything)
            DirectoryStore.Changed(scope);
    }

    private static KnownCalendar Known(IEnumerable<TrainingRow> trainings, IEnumerable<SessionRow> sessions, IEnumerable<SeriesRow> series) =>
        new(trainings.ToImmutableDictionary(row => row.Id), sessions.ToLookup(row => row.TrainingId), series.ToImmutableDictionary(row => row.TrainingId));

    private static object With(SessionRow row, DateTimeOffset now) => new
    {
        row.Id,
        row.TrainingId,
        row.Date,
        row.StartsAt,
        row.EndsAt,
        row.State,
        row.LocationId,
        row.Venue,
        row.AllDay,
        row.SecondHour,
        row.Revision,
        row.Uid,
        UpdatedAt = now,
    };
}
