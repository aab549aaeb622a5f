using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>Writes sessions as an iCalendar (RFC 5545, and RFC 7986 for what the calendar says of itself), an event each. Pure.</summary>
/// <param name="directory">Where the sessions are from.</param>
/// <param name="line">What the line says of itself.</param>
/// <param name="words">The language.</param>
internal sealed class CalendarWriter(DirectorySnapshot directory, PublishedLine line, CalendarWords words)
{
    private bool IsFrench => words.Language == "fr";

    /// <summary>The calendar.</summary>
    public string Write(ImmutableArray<TrainingSession> sessions)
    {
        var title = words.Title(line.Name);
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//AppelAide//Calendar//FR")
            .Line("CALSCALE", "GREGORIAN")
            .Line("METHOD", "PUBLISH")
            .Text("NAME", title)
            .Text("X-WR-CALNAME", title)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .Line("X-PUBLISHED-TTL", "PT1H");
        var timed = sessions.Where(session => !session.IsAllDay && !IsInSecondHour(session)).ToList();
        foreach (var zone in timed.GroupBy(session => Zone(session).Id).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Raw(ZoneComponent.Write(Zone(zone.First()), zone.Min(session => session.Date.Year)));
        foreach (var session in sessions)
            Event(text, session);
        return text.Line("END", "VCALENDAR").ToString();
    }

    private void Event(CalendarText text, TrainingSession session)
    {
        var training = session.Training;
        var location = session.Location;
        text.Line("BEGIN", "VEVENT")
            .Text("UID", $"{session.Id}@{line.Host}")
            .Line("DTSTAMP", CalendarText.Instant(session.UpdatedAt))
            .Line("LAST-MODIFIED", CalendarText.Instant(session.UpdatedAt))
            .Line("SEQUENCE", session.Revision.ToString(CultureInfo.InvariantCulture))
            .Line("STATUS", session.IsCancelled ? "CANCELLED" : "CONFIRMED");
        Times(text, session);
        text.Text($"SUMMARY;LANGUAGE={words.Language}", Said(training.Title))
            .Text("DESCRIPTION", Description(session))
            .Text("LOCATION", Where(session));
        if (location.Position is { } position && training.DialIn.Length == 0)
            text.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{position.Latitude:0.######};{position.Longitude:0.######}"));
        text.Line("CATEGORIES", string.Join(',', ((string[])[words.Kind(training.Kind), training.Topic]).Where(word => word.Length > 0).Select(CalendarText.Escape)))
            .Text("CONTACT", string.Join(", ", ((string[])[training.Contact.Name, CalendarWords.Phone(training.Contact.Phone), training.Contact.Email]).Where(part => part.Length > 0)));
        if (IsAddress(training.Contact.Email))
            text.Line($"ORGANIZER;CN={CalendarText.Quoted(training.Contact.Name.Length > 0 ? training.Contact.Name : training.Contact.Email)}", $"mailto:{training.Contact.Email}");
        text.Line("END", "VEVENT");
    }

    private void Times(CalendarText text, TrainingSession session)
    {
        var zone = Zone(session);
        if (session.IsAllDay)
        {
            text.Line("DTSTART;VALUE=DATE", CalendarText.Date(session.Date)).Line("DTEND;VALUE=DATE", CalendarText.Date(session.Date.AddDays(1)));
        }
        else if (IsInSecondHour(session))
        {
            // Of an hour that a clock shows twice, a time on it means the first (3.3.5): only UTC can say the second.
            text.Line("DTSTART", CalendarText.Instant(session.Start)).Line("DTEND", CalendarText.Instant(session.End));
        }
        else
        {
            text.Line($"DTSTART;TZID={zone.Id}", Local(session.Start)).Line($"DTEND;TZID={zone.Id}", Local(session.End));
        }

        string Local(DateTimeOffset moment) => CalendarText.Local(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
    }

    private string Description(TrainingSession session)
    {
        var training = session.Training;
        var access = Said(training.Access);
        return string.Join('\n', ((string[])
        [
            Said(session.Note),
            Said(training.Description),
            words.Cost(training.Cost),
            words.GivenIn(training.Language),
            words.Level(training.Level),
            Said(training.Bring) is { Length: > 0 } bring ? words.Bring(bring.TrimEnd('.')) : "",
            access.Length > 0 ? access : training.DialIn.Length > 0 ? "" : session.Location.Wheelchair switch { true => words.Wheelchair, false => words.NoWheelchair, _ => "" },
            training.DialIn.Length > 0 ? words.ByTelephone(CalendarWords.Phone(training.DialIn)) + "." : "",
            session.IsCancelled || training.Kind == "meeting" ? "" : words.Register(CalendarWords.Phone(line.Phone)),
        ]).Where(part => part.Length > 0));
    }

    private string Where(TrainingSession session)
    {
        if (session.Training.DialIn is { Length: > 0 } number)
            return words.ByTelephone(CalendarWords.Phone(number));
        var parts = new List<string>();
        foreach (var part in (string[])[session.Venue, session.Location.Name, session.Location.Address, directory.Places.Town(session.Location.PlaceId)])
        {
            // An address often ends with its town already.
            if (part.Length > 0 && !parts.Exists(told => TextFolding.Fold(told).Contains(TextFolding.Fold(part), StringComparison.Ordinal)))
                parts.Add(part);
        }

        return string.Join(", ", parts);
    }

    private string Said(Bilingual text) => IsFrench ? text.Fr : text.En;

    private TimeZoneInfo Zone(TrainingSession session) => directory.Places.TimeZoneOf(session.Location.PlaceId);

    private bool IsInSecondHour(TrainingSession session)
    {
        if (session.IsAllDay) return false;
        var zone = Zone(session);
        return ((DateTimeOffset[])[session.Start, session.End]).Any(moment =>
        {
            var local = TimeZoneInfo.ConvertTime(moment, zone);
            return zone.IsAmbiguousTime(local.DateTime) && local.Offset == zone.GetAmbiguousTimeOffsets(local.DateTime).Min();
        });
    }

    private static bool IsAddress(string email) =>
        email.Contains('@', StringComparison.Ordinal) && !email.Any(unit => char.IsControl(unit) || char.IsWhiteSpace(unit) || unit is '"' or '<' or '>');
}
