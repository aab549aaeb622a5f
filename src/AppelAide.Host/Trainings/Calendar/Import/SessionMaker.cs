using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>Makes the sessions of a training, in the local time of their places.</summary>
internal sealed class SessionMaker(PlaceTree places, VenueFinder venues, CalendarDefects defects)
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    // What a calendar says no end of must have one for the line.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>The sessions that start from one moment on and before another.</summary>
    /// <param name="training">The training.</param>
    /// <param name="trainingId">Its identifier.</param>
    /// <param name="where">Where it is when a session says nothing else.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The moment after the last.</param>
    /// <returns>The sessions in order of time, and until when they are all there: an event that happens too often is cut.</returns>
    public (ImmutableArray<PartnerSession> Sessions, DateTimeOffset CompleteUntil) Make(
        PartnerTraining training, string trainingId, Location where, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = places.TimeZoneOf(where.PlaceId);
        var here = new SystemZone(zone);
        var sessions = ImmutableArray.CreateBuilder<PartnerSession>();
        var ids = new HashSet<string>();
        var until = to;
        foreach (var series in training.Series)
        {
            var occurrences = series.Between(from, to, here);
            if (occurrences.Length == EventSeries.MostOccurrences)
            {
                until = occurrences[^1].Start < until ? occurrences[^1].Start : until;
                defects.Add(training.Line, "RRULE", $"happens more than {EventSeries.MostOccurrences:N0} times in half a year: the rest is left out", dropped: true);
            }

            foreach (var occurrence in occurrences)
            {
                if (Session(training, occurrence, where, here) is not { } row)
                    continue;
                var id = Id(training, trainingId, occurrence);
                for (var again = 2; !ids.Add(id); again++)
                    id = string.Create(CultureInfo.InvariantCulture, $"{trainingId}-{occurrence.Original.Local:yyyyMMdd-HHmm}{(again > 2 ? $"-{again}" : "")}");
                sessions.Add(new(row with { Id = id, TrainingId = trainingId, Uid = training.Uid }, occurrence.Start));
            }
        }

        return ([.. sessions.OrderBy(session => session.Start)], until);
    }

    // One date may move and stays the same session; of many, each is known by the date that the rule gives it.
    private static string Id(PartnerTraining training, string trainingId, Occurrence occurrence) =>
        training.IsSingle ? $"{trainingId}-1" : string.Create(CultureInfo.InvariantCulture, $"{trainingId}-{occurrence.Original.Local:yyyyMMdd}");

    private SessionRow? Session(PartnerTraining training, Occurrence occurrence, Location where, SystemZone here)
    {
        var words = occurrence.Event.Location;
        var isElsewhere = words.Length > 0 && words != training.Where;
        var (location, venue) = isElsewhere ? venues.Find(words) : (where, "");
        var place = location ?? where;
        var zone = places.TimeZoneOf(place.PlaceId);
        var row = new SessionRow
        {
            State = occurrence.IsCancelled ? "cancelled" : "planned",
            LocationId = isElsewhere ? place.Id : null,
            Venue = isElsewhere ? venue : "",
        };
        if (occurrence.IsAllDay)
            return AllDay(training.Line, occurrence, row);

        var (start, end) = (TimeZoneInfo.ConvertTime(occurrence.Start, zone), TimeZoneInfo.ConvertTime(occurrence.End, zone));
        var when = string.Create(CultureInfo.InvariantCulture, $"{occurrence.Local.Local:yyyy-MM-dd HH:mm}");
        if ((occurrence.Local.Zone ?? here).Skips(occurrence.Local.Local))
            Tell("DTSTART", $"{when} does not exist: the clocks are put forward over it; {start:HH:mm} is taken", dropped: false);
        else if (occurrence.Local.Zone is null && zone.IsAmbiguousTime(occurrence.Local.Local))
            Tell("DTSTART", $"{when} occurs twice: the clocks are put back over it; the first is taken", dropped: false);
        if (end - start > LongestSession)
        {
            Tell("DTEND", string.Create(CultureInfo.InvariantCulture, $"on {when} it lasts {(end - start).TotalHours:0} hours: give each day an event of its own"), dropped: true);
            return null;
        }

        if (end - start < TimeSpan.FromMinutes(1))
        {
            Tell("DTEND", $"on {when} it ends as it begins; an hour is taken", dropped: false);
            end = TimeZoneInfo.ConvertTime(occurrence.Start + Usual, zone);
        }

        return row with
        {
            Date = Iso(DateOnly.FromDateTime(start.DateTime)),
            StartsAt = Clock(start),
            EndsAt = Clock(end),
            SecondHour = zone.IsAmbiguousTime(start.DateTime) && start.Offset == zone.GetAmbiguousTimeOffsets(start.DateTime).Min(),
        };

        void Tell(string property, string problem, bool dropped) => defects.Add(training.Line, property, problem, dropped);
    }

    private SessionRow AllDay(int line, Occurrence occurrence, SessionRow row)
    {
        var days = (int)Math.Round((occurrence.End - occurrence.Start).TotalDays);
        if (days > 1)
            defects.Add(line, "DTEND", string.Create(CultureInfo.InvariantCulture, $"lasts {days} days; only the first, {occurrence.Local.Date:yyyy-MM-dd}, is taken"), dropped: true);
        return row with { Date = Iso(occurrence.Local.Date), StartsAt = "00:00", EndsAt = "00:00", AllDay = true };
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
