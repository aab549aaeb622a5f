using System.Globalization;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>
/// Describes a time zone that the machine knows (RFC 5545, 3.6.5), as programs that do not know its name need it: by the moments at which its clocks change, as a
/// rule when the same rule gives them year after year, else one by one.
/// </summary>
internal static class ZoneComponent
{
    // A rule must hold that long to be one.
    private const int Years = 12;

    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The component.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="year">The year of the first event; what was before is not described.</param>
    public static string Write(TimeZoneInfo zone, int year)
    {
        var changes = Changes(zone, year - 1);
        var text = new CalendarText().Line("BEGIN", "VTIMEZONE").Line("TZID", zone.Id);
        if (changes.Count == 0)
            Observance(text, false, new(year - 1, 1, 1), Offset(zone, Utc(year)), Offset(zone, Utc(year)), null);
        foreach (var group in changes.GroupBy(change => (change.From, change.To)))
        {
            var first = group.First();
            if (Rule([.. group], year - 1) is { } rule)
                Observance(text, first.To > first.From, first.Local, first.From, first.To, rule);
            else
                foreach (var change in group) Observance(text, change.To > change.From, change.Local, change.From, change.To, null);
        }

        return text.Line("END", "VTIMEZONE").ToString();
    }

    private static void Observance(CalendarText text, bool isSummer, DateTime start, TimeSpan from, TimeSpan to, string? rule)
    {
        var name = isSummer ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN", name).Line("DTSTART", CalendarText.Local(start)).Line("TZOFFSETFROM", Written(from)).Line("TZOFFSETTO", Written(to));
        if (rule is not null) text.Line("RRULE", rule);
        text.Line("END", name);
    }

    /// <summary>The rule that all the changes keep, one each year; null when there is none.</summary>
    private static string? Rule(Change[] changes, int year)
    {
        if (changes.Length != Years || changes.Where((change, index) => change.Local.Year != year + index).Any()
            || changes.Select(change => (change.Local.Month, change.Local.DayOfWeek, change.Local.TimeOfDay)).Distinct().Count() > 1)
            return null;
        var first = changes[0].Local;
        foreach (var ordinal in (Func<DateTime, int>[])[date => (date.Day - 1) / 7 + 1, date => -((DateTime.DaysInMonth(date.Year, date.Month) - date.Day) / 7 + 1)])
        {
            var which = changes.Select(change => ordinal(change.Local)).Distinct().ToArray();
            if (which.Length == 1)
                return string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.Month};BYDAY={which[0]}{Weekdays[(int)first.DayOfWeek]}");
        }

        return null;
    }

    private static List<Change> Changes(TimeZoneInfo zone, int year)
    {
        var changes = new List<Change>();
        var end = Utc(Math.Min(year + Years, 9990));
        for (var day = Utc(year); day < end; day = day.AddDays(1))
        {
            var (from, to) = (Offset(zone, day), Offset(zone, day.AddDays(1)));
            if (from == to) continue;
            // To the minute at which the clock changes.
            var (before, after) = (0, 24 * 60);
            while (after - before > 1)
            {
                var middle = (before + after) / 2;
                (before, after) = Offset(zone, day.AddMinutes(middle)) == from ? (middle, after) : (before, middle);
            }

            changes.Add(new(DateTime.SpecifyKind(day.AddMinutes(after) + from, DateTimeKind.Unspecified), from, to));
        }

        return changes;
    }

    private static DateTime Utc(int year) => new(Math.Max(1, year), 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static TimeSpan Offset(TimeZoneInfo zone, DateTime utc) => zone.GetUtcOffset(utc);

    private static string Written(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");

    private readonly record struct Change(DateTime Local, TimeSpan From, TimeSpan To);
}
