using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>
/// A recurrence rule of an event (RFC 5545, 3.3.10), for events that repeat by days or more: the directory's own rule for the days, and what events have beyond
/// it: BYSETPOS, and an end at a moment.
/// </summary>
internal sealed class EventRule
{
    private static readonly string[] Known =
        ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"];

    private readonly ScheduleRule rule;
    private readonly Recurrence days;
    private readonly ImmutableArray<int> positions;
    private readonly DateOnly start;
    private readonly DateOnly last;

    private EventRule(ScheduleRule rule, Recurrence days, ImmutableArray<int> positions, DateOnly start, CalendarMoment? until)
    {
        (this.rule, this.days, this.positions, this.start, Until) = (rule, days, positions, start, until);
        last = positions.IsEmpty || rule.Count is not { } count ? DateOnly.MaxValue : LastCounted(count);
    }

    /// <summary>Nothing of it starts after this.</summary>
    public CalendarMoment? Until { get; }

    /// <summary>Reads a rule; null, and told, when it cannot be kept.</summary>
    public static EventRule? Read(ContentLine line, CalendarMoment first, CalendarDefects defects)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in line.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals].ToUpperInvariant();
            if (equals < 0 || !Known.Contains(name))
                return Wrong($"\"{CalendarDefects.Short(part)}\" is not understood");
            if (!parts.TryAdd(name, part[(equals + 1)..]))
                return Wrong($"{name} is there twice");
        }

        if (parts.GetValueOrDefault("FREQ", "").ToUpperInvariant() is "" or "SECONDLY" or "MINUTELY" or "HOURLY")
            return Wrong("must repeat by days, weeks, months or years: FREQ=WEEKLY");
        // What some programs repeat of the start is no more than that.
        foreach (var (part, own) in ((string, int)[])[("BYHOUR", first.Local.Hour), ("BYMINUTE", first.Local.Minute), ("BYSECOND", first.Local.Second)])
        {
            if (parts.TryGetValue(part, out var given) && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number != own))
                return Wrong($"{part}={CalendarDefects.Short(given)} is not the time of DTSTART: give each time an event of its own");
        }

        CalendarMoment? until = null;
        if (parts.TryGetValue("UNTIL", out var end))
        {
            if (MomentReader.Read(end) is not { } moment)
                return Wrong($"UNTIL: \"{CalendarDefects.Short(end)}\" is not a date that exists");
            until = moment;
        }

        var positions = ImmutableArray.CreateBuilder<int>();
        foreach (var text in parts.GetValueOrDefault("BYSETPOS", "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position) || position is 0 or > 366 or < -366)
                return Wrong($"BYSETPOS: \"{CalendarDefects.Short(text)}\" is not a number up to 366");
            positions.Add(position);
        }

        if (!ScheduleRuleReader.TryRead(Field, out var rule, out var problem))
            return Wrong(problem);
        var start = first.Date;
        // The end is a moment: its day may be the next one on the event's clock.
        rule = rule with { Until = until is { } stop && stop.Date < DateOnly.MaxValue.AddDays(-1) ? stop.Date.AddDays(1) : null };
        var counted = positions.Count == 0 ? rule : Period(rule with { Count = null }, start);
        return Recurrence.From(counted) is { } days
            ? new(rule, days, positions.ToImmutable(), start, until)
            : Wrong("says no day");

        string Field(string column) => column switch
        {
            "dtstart" => first.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "until" => "",
            _ => parts.GetValueOrDefault(column, ""),
        };

        EventRule? Wrong(string problem)
        {
            defects.Add(line.Number, line.Name, problem, dropped: true);
            return null;
        }
    }

    /// <summary>Its dates from one to another, both included, none before its start.</summary>
    public IEnumerable<DateOnly> Dates(DateOnly from, DateOnly to)
    {
        if (from < start) from = start;
        if (to > last) to = last;
        return positions.IsEmpty ? Days(from, to) : Positioned(from, to);
    }

    private IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        var end = Math.Min(to.DayNumber, days.Last);
        for (var number = Math.Max(from.DayNumber, days.First); number <= end; number++)
        {
            if (days.Includes(new CalendarDay(number)))
                yield return DateOnly.FromDayNumber(number);
        }
    }

    private IEnumerable<DateOnly> Positioned(DateOnly from, DateOnly to)
    {
        for (var begins = Begins(from); begins <= to; begins = Next(begins))
        {
            var set = Days(begins, Next(begins).AddDays(-1)).ToList();
            foreach (var index in positions.Select(position => position > 0 ? position - 1 : set.Count + position).Distinct().Order())
            {
                if (index >= 0 && index < set.Count && set[index] >= from && set[index] <= to)
                    yield return set[index];
            }

            if (begins.Year > 9990) yield break;
        }
    }

    private DateOnly LastCounted(int count)
    {
        var found = DateOnly.MaxValue;
        foreach (var date in Positioned(start, start.AddYears(Math.Min(100, 9990 - start.Year))))
        {
            found = date;
            if (--count <= 0) return found;
        }

        return found;
    }

    // The set that a position is counted in is that of the whole week, month or year, also of its days before the start.
    private static ScheduleRule Period(ScheduleRule rule, DateOnly start) => rule with
    {
        DtStart = Begins(rule, start),
        ByMonthDay = rule is { Frequency: Frequency.Monthly or Frequency.Yearly, ByDay.IsEmpty: true, ByMonthDay.IsEmpty: true, ByYearDay.IsEmpty: true, ByWeekNumber.IsEmpty: true } ? [start.Day] : rule.ByMonthDay,
        ByDay = rule is { Frequency: Frequency.Weekly, ByDay.IsEmpty: true } ? [new(0, start.DayOfWeek)] : rule.ByDay,
    };

    private DateOnly Begins(DateOnly date) => Begins(rule, date);

    private static DateOnly Begins(ScheduleRule rule, DateOnly date) => rule.Frequency switch
    {
        Frequency.Weekly => DateOnly.FromDayNumber(Math.Max(0, new CalendarDay(date).WeekBegins(rule.WeekStart))),
        Frequency.Monthly => new(date.Year, date.Month, 1),
        Frequency.Yearly => new(date.Year, 1, 1),
        _ => date,
    };

    private DateOnly Next(DateOnly begins) => rule.Frequency switch
    {
        Frequency.Weekly => begins.AddDays(7),
        Frequency.Monthly => begins.AddMonths(1),
        Frequency.Yearly => begins.AddYears(1),
        _ => begins.AddDays(1),
    };
}
