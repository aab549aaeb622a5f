using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Directory;
using Dapper;

namespace AppelAide.Host.Trainings;

/// <summary>The calendar as the database keeps it.</summary>
internal static class CalendarStore
{
    private const string Trainings = """
        SELECT id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, kind, language, level, cost, bring_fr, bring_en,
          access_fr, access_en, venue, dial_in, contact_name, contact_phone, contact_email, seats, source,
          (SELECT name FROM organization WHERE organization.id = training.organization_id) AS organization
        FROM training
        """;

    private const string Sessions = """
        SELECT id, training_id, date, starts_at, ends_at, state, location_id, venue, seats, all_day, second_hour, revision, uid, note_fr, note_en, updated_at
        FROM training_session
        """;

    /// <summary>Every session, cancelled ones too, for the snapshot.</summary>
    public static ImmutableArray<TrainingSession> Load(DbConnection connection, IReadOnlyDictionary<string, Location> locations, PlaceTree places)
    {
        var trainings = connection.Query<TrainingRow>(Trainings)
            .Where(row => locations.ContainsKey(row.LocationId))
            .ToDictionary(row => row.Id, row => row.ToTraining(locations[row.LocationId]));
        return
        [
            .. connection.Query<SessionRow>(Sessions)
                .Where(row => trainings.ContainsKey(row.TrainingId))
                .Select(row => row.ToSession(trainings[row.TrainingId], locations, places)),
        ];
    }

    private sealed class SessionRow
    {
        public string Id { get; init; } = "";
        public string TrainingId { get; init; } = "";
        public string Date { get; init; } = "";
        public string StartsAt { get; init; } = "";
        public string EndsAt { get; init; } = "";
        public string State { get; init; } = "";
        public string? LocationId { get; init; }
        public string Venue { get; init; } = "";
        public int? Seats { get; init; }
        public bool AllDay { get; init; }
        public bool SecondHour { get; init; }
        public int Revision { get; init; }
        public string Uid { get; init; } = "";
        public string NoteFr { get; init; } = "";
        public string NoteEn { get; init; } = "";
        public DateTimeOffset UpdatedAt { get; init; }

        public TrainingSession ToSession(Training training, IReadOnlyDictionary<string, Location> locations, PlaceTree places)
        {
            var date = DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var starts = TimeOnly.ParseExact(StartsAt, "HH:mm", CultureInfo.InvariantCulture);
            var ends = TimeOnly.ParseExact(EndsAt, "HH:mm", CultureInfo.InvariantCulture);
            var elsewhere = LocationId is { } id ? locations.GetValueOrDefault(id) : null;
            var location = elsewhere ?? training.Location;
            var (start, end) = SessionTime.Of(date, starts, ends, AllDay, SecondHour, places.TimeZoneOf(location.PlaceId));
            return new(Id, training, date, starts, ends, start, end)
            {
                Location = location,
                // Elsewhere, the training's own words for where do not hold.
                Venue = Venue.Length > 0 || elsewhere is not null ? Venue : training.Venue,
                Seats = Seats ?? training.Seats,
                IsAllDay = AllDay,
                IsCancelled = State == "cancelled",
                Revision = Revision,
                Uid = Uid,
                Note = new(NoteFr, NoteEn),
                UpdatedAt = UpdatedAt,
            };
        }
    }
}
