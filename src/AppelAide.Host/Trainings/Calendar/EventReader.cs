using System.Collections.Immutable;
using System.Globalization;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>Reads the events of calendars. What cannot be understood is told, and the event left out when its dates would be wrong for it.</summary>
internal sealed class EventReader(ZoneFinder zones, CalendarDefects defects)
{
    private const int MostRules = 20;
    private const int MostDates = 2_000;
    private const int LongestUid = 400;

    // What is kept of an event to know its dates again later, and whether it changed.
    private static readonly string[] Kept =
        ["UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "SUMMARY", "LOCATION"];

    // Without one of these, an event would be at other dates, or another event.
    private static readonly string[] Dates = ["UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS"];

    /// <summary>The event of a component; null, and told, when it cannot be kept.</summary>
    public CalendarEvent? Read(CalendarComponent component)
    {
        foreach (var once in component.Lines.GroupBy(line => line.Name).Where(lines => lines.Key is "DTSTART" or "DTEND" or "DURATION" or "RECURRENCE-ID" or "UID" && lines.Count() > 1))
            return Wrong(once.Last(), "is there twice");
        if (component.All(ContentLines.Broken).Any(line => Dates.Contains(line["NAME"])))
            return null;
        if (component.Find("DTSTART") is not { } startLine)
        {
            defects.Add(component.Line, "DTSTART", "is missing: nobody can tell when the event is", dropped: true);
            return null;
        }

        if (Moment(startLine) is not { } start)
            return null;
        var read = new CalendarEvent(Uid(component, startLine), start, component.Line)
        {
            Summary = component.Text("SUMMARY"),
            Language = component.Find("SUMMARY")?["LANGUAGE"] ?? "",
            Description = component.Text("DESCRIPTION"),
            Location = component.Text("LOCATION"),
            Categories = [.. component.All("CATEGORIES").SelectMany(line => line.Value.Split(',')).Select(text => text.Trim()).Where(text => text.Length > 0)],
            Contact = ContactOf(component),
            IsCancelled = component.Text("STATUS").Equals("CANCELLED", StringComparison.OrdinalIgnoreCase),
            Sequence = int.TryParse(component.Text("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            Lines = [.. component.Lines.Where(line => Kept.Contains(line.Name))],
        };
        return WithEnd(read, component) is { } ended && WithDates(ended, component) is { } dated ? WithRecurrenceId(dated, component) : null;
    }

    private CalendarEvent? WithEnd(CalendarEvent read, CalendarComponent component)
    {
        if (component.Find("DTEND") is { } line)
        {
            if (Moment(line) is not { } end)
                return null;
            if (end.IsDate != read.Start.IsDate)
                return Wrong(line, read.Start.IsDate ? "has a time and DTSTART has none" : "is a date and DTSTART has a time");
            if (end.At(CalendarZone.Utc) < read.Start.At(CalendarZone.Utc))
                return Wrong(line, "is before DTSTART");
            return read with { End = end, HasEnd = true };
        }

        if (component.Find("DURATION") is { } length)
        {
            if (MomentReader.ReadDuration(length.Value) is not { Days: >= 0, Time.Ticks: >= 0 } duration)
                return Wrong(length, $"\"{CalendarDefects.Short(length.Value)}\" is not a duration such as PT1H30M");
            return read with { Duration = duration, HasEnd = true };
        }

        return read with { Duration = (read.Start.IsDate ? 1 : 0, TimeSpan.Zero), HasEnd = read.Start.IsDate };
    }

    private CalendarEvent? WithDates(CalendarEvent read, CalendarComponent component)
    {
        var rules = ImmutableArray.CreateBuilder<EventRule>();
        foreach (var line in component.All("RRULE"))
        {
            if (rules.Count == MostRules)
                return Wrong(line, $"is the {MostRules + 1}th of one event");
            if (EventRule.Read(line, read.Start, defects) is not { } rule)
                return null;
            rules.Add(rule);
        }

        if (component.Find("EXRULE") is { } old)
            return Wrong(old, "is no longer in the standard: use EXDATE");
        var dates = ImmutableArray.CreateBuilder<(CalendarMoment, CalendarMoment?)>();
        var exceptions = ImmutableArray.CreateBuilder<CalendarMoment>();
        foreach (var line in component.Lines.Where(line => line.Name is "RDATE" or "EXDATE"))
        {
            foreach (var text in line.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var slash = text.IndexOf('/', StringComparison.Ordinal);
                if (Moment(line, slash < 0 ? text : text[..slash]) is not { } moment)
                    return null;
                if (line.Name == "EXDATE")
                    exceptions.Add(moment);
                else if (slash < 0)
                    dates.Add((moment, null));
                else if (PeriodEnd(line, moment, text[(slash + 1)..]) is { } end)
                    dates.Add((moment, end));
                else
                    return null;
                if (dates.Count + exceptions.Count > MostDates)
                    return Wrong(line, $"has more than {MostDates} dates");
            }
        }

        return read with { Rules = rules.ToImmutable(), Dates = dates.ToImmutable(), Exceptions = exceptions.ToImmutable() };
    }

    private CalendarEvent? WithRecurrenceId(CalendarEvent read, CalendarComponent component)
    {
        if (component.Find("RECURRENCE-ID") is not { } line)
            return read;
        if (Moment(line) is not { } moment)
            return null;
        return read with { RecurrenceId = moment, IsThisAndFuture = line["RANGE"].Equals("THISANDFUTURE", StringComparison.OrdinalIgnoreCase) };
    }

    private CalendarMoment? PeriodEnd(ContentLine line, CalendarMoment start, string text)
    {
        if (MomentReader.ReadDuration(text) is { Days: >= 0, Time.Ticks: >= 0 } duration)
            return start with { Local = start.Local.AddDays(duration.Days) + duration.Time };
        var end = Moment(line, text);
        if (end is { } given && given.At(CalendarZone.Utc) >= start.At(CalendarZone.Utc))
            return end;
        if (end is not null)
            Wrong(line, "has a period that ends before it begins");
        return null;
    }

    private CalendarMoment? Moment(ContentLine line) => Moment(line, line.Value);

    private CalendarMoment? Moment(ContentLine line, string text)
    {
        if (MomentReader.Read(text) is not { } moment || moment.Local.Year is < 1601 or > 9000)
        {
            Wrong(line, $"\"{CalendarDefects.Short(text)}\" is not a date that exists, such as 20261201T133000");
            return null;
        }

        if (moment.IsDate || moment.Zone is not null || line["TZID"] is not { Length: > 0 } name)
            return moment;
        if (zones.Find(name) is { } zone)
            return moment with { Zone = zone };
        Wrong(line, $"\"{CalendarDefects.Short(name)}\" is not a time zone that is known, and the file does not describe it");
        return null;
    }

    private string Uid(CalendarComponent component, ContentLine start)
    {
        var uid = component.Text("UID");
        if (uid.Length is > 0 and <= LongestUid)
            return uid;
        defects.Add(component.Line, "UID", uid.Length == 0 ? "is missing: a change of its date or title will look like another event" : $"is longer than {LongestUid} characters", dropped: false);
        return uid.Length > 0 ? uid[..LongestUid] : CalendarDefects.Short($"{start.Value} {component.Text("SUMMARY")}");
    }

    private static Contact ContactOf(CalendarComponent component)
    {
        const string mail = "mailto:";
        var organizer = component.Find("ORGANIZER");
        var address = organizer?.Value.Trim() ?? "";
        var email = address.StartsWith(mail, StringComparison.OrdinalIgnoreCase) && address.Contains('@', StringComparison.Ordinal) ? address[mail.Length..] : "";
        var named = component.Text("CONTACT") is { Length: > 0 } contact ? contact : organizer?["CN"] ?? "";
        return new(named.ReplaceLineEndings(" "), "", email);
    }

    private CalendarEvent? Wrong(ContentLine line, string problem)
    {
        defects.Add(line.Number, line.Name, problem, dropped: true);
        return null;
    }
}
