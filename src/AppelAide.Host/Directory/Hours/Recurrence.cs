using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// On which dates a rule happens, made ready to be asked about one date at a time: no date is ever sought from the rule's beginning, so
/// that a rule without an end, or one that never happens, costs what any other does.
/// </summary>
internal sealed class Recurrence
{
    // An end by COUNT is sought this far; what goes on after that has no end that matters.
    private const int CountedYears = 100;

    private readonly Frequency frequency;
    private readonly int interval;
    private readonly DayOfWeek weekStart;
    private readonly CalendarDay anchor;
    private readonly uint months;
    private readonly ulong monthDays;
    private readonly uint weekdays;
    private readonly ImmutableArray<WeekdayOrdinal> ordinals = [];
    private readonly ImmutableArray<int> yearDays = [];
    private readonly ImmutableArray<int> weeks = [];
    private readonly (int From, int To)? season;

    private Recurrence(ScheduleRule rule, Frequency frequency, DateOnly? start)
    {
        this.frequency = frequency;
        interval = Math.Max(1, rule.Interval);
        weekStart = rule.WeekStart;
        anchor = new(start ?? DateOnly.MinValue);
        First = Number(start, 0);
        Last = Number(rule.Until, int.MaxValue);
        months = rule.ByMonth.Aggregate(0u, (bits, month) => bits | 1u << month);
        if (frequency is Frequency.Daily or Frequency.Monthly or Frequency.Yearly)
            monthDays = rule.ByMonthDay.Aggregate(0ul, (bits, day) => bits | MonthDayBit(day));
        if (frequency == Frequency.Yearly)
            yearDays = rule.ByYearDay;
        if (frequency is Frequency.Weekly or Frequency.Yearly)
            weeks = rule.ByWeekNumber;
        if (frequency is Frequency.Monthly || frequency is Frequency.Yearly && weeks.IsEmpty)
            ordinals = [.. rule.ByDay.Where(day => day.Ordinal != 0)];
        var plain = ordinals.IsEmpty ? rule.ByDay : [.. rule.ByDay.Where(day => day.Ordinal == 0)];
        weekdays = plain.Aggregate(0u, (bits, day) => bits | 1u << (int)day.Day);

        // What a rule does not say, its first date does: "information is taken from the DTSTART".
        if (frequency == Frequency.Weekly && weekdays == 0 || frequency == Frequency.Yearly && !weeks.IsEmpty && SaysNoDay)
            weekdays = 1u << (int)anchor.Weekday;
        else if (frequency is Frequency.Monthly or Frequency.Yearly && SaysNoDay)
            (monthDays, months) = (MonthDayBit(anchor.Day), months == 0 && frequency == Frequency.Yearly ? 1u << anchor.Month : months);

        if (rule.Count is { } count)
            Last = Math.Min(Last, LastCounted(count));
        if (IsSeason(rule))
        {
            season = (MonthAndDay(rule.ValidFrom!.Value), MonthAndDay(rule.ValidTo!.Value));
        }
        else
        {
            First = Math.Max(First, Number(rule.ValidFrom, 0));
            Last = Math.Min(Last, Number(rule.ValidTo, int.MaxValue));
        }
    }

    /// <summary>No date before this day number.</summary>
    public int First { get; }

    /// <summary>No date after this day number; <see cref="int.MaxValue"/> when it has no end.</summary>
    public int Last { get; }

    /// <summary>Every week the same, but for its first and last date.</summary>
    public bool IsWeekly => frequency is Frequency.Daily or Frequency.Weekly && interval == 1 && months == 0 && monthDays == 0 && weeks.IsEmpty && season is null;

    /// <summary>The weekdays it happens on, a bit each from Sunday on; of a weekly rule, all there is to know.</summary>
    public uint Weekdays => weekdays == 0 ? 0x7F : weekdays;

    /// <summary>The weekdays outside which it never happens.</summary>
    public uint PossibleWeekdays => ordinals.Aggregate(ordinals.IsEmpty ? Weekdays : weekdays, (bits, day) => bits | 1u << (int)day.Day);

    /// <summary>Whether it says a day of the year, so that whoever wrote it thought of that very day.</summary>
    public bool NamesTheDay =>
        First == Last || season is { } days && days.From == days.To
        || frequency == Frequency.Yearly && (months != 0 && monthDays != 0 || !yearDays.IsEmpty || !ordinals.IsEmpty);

    /// <summary>What a rule says of days; null when it says none.</summary>
    public static Recurrence? From(ScheduleRule rule)
    {
        // Weeks can be counted from when the row becomes valid; but only its first event says what it does not.
        var start = rule.DtStart ?? (IsSeason(rule) ? null : rule.ValidFrom);
        if (start is null && (rule.Interval > 1 || rule.Count is not null))
            return null;
        return rule.Frequency switch
        {
            Frequency.None when rule is { DtStart: { } date, Until: null } =>
                new(rule with { Until = date, ByDay = [], ByMonthDay = [] }, Frequency.Daily, date),
            Frequency.None when rule is { ValidFrom: not null, ValidTo: not null } or { DtStart: not null }
                || rule.IsClosed && (rule.ValidFrom ?? rule.ValidTo) is not null => new(rule with { Interval = 1, Count = null }, Frequency.Daily, start),
            Frequency.None => null,
            Frequency.Weekly when rule.ByDay.IsEmpty && rule.DtStart is null => null,
            Frequency.Monthly when rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.DtStart is null => null,
            Frequency.Yearly when rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByYearDay.IsEmpty && rule.DtStart is null => null,
            _ => new(rule, rule.Frequency, start),
        };
    }

    /// <summary>Whether it happens on a date.</summary>
    public bool Includes(in CalendarDay day) =>
        day.Number >= First && day.Number <= Last
        && (weekdays == 0 && ordinals.IsEmpty || IsOneOfTheWeekdays(day))
        && (months == 0 || (months >> day.Month & 1) != 0)
        && (monthDays == 0 || (monthDays & (MonthDayBit(day.Day) | MonthDayBit(day.DayFromMonthEnd))) != 0)
        && (yearDays.IsEmpty || yearDays.Contains(day.DayOfYear) || yearDays.Contains(day.DayFromYearEnd))
        && (weeks.IsEmpty || IsOneOfTheWeeks(day))
        && (interval == 1 || PeriodsSinceStart(day) % interval == 0)
        && (season is not { } days || IsIn(days, day));

    private bool SaysNoDay => weekdays == 0 && ordinals.IsEmpty && monthDays == 0 && yearDays.IsEmpty;

    private bool IsOneOfTheWeekdays(in CalendarDay day)
    {
        if ((weekdays >> (int)day.Weekday & 1) != 0)
            return true;
        foreach (var (ordinal, weekday) in ordinals)
        {
            if (weekday != day.Weekday)
                continue;
            var ofMonth = frequency == Frequency.Monthly || months != 0;
            var which = ordinal > 0
                ? ((ofMonth ? day.Day : day.DayOfYear) - 1) / 7 + 1
                : ((ofMonth ? day.DayFromMonthEnd : day.DayFromYearEnd) + 1) / 7 - 1;
            if (which == ordinal)
                return true;
        }

        return false;
    }

    private bool IsOneOfTheWeeks(in CalendarDay day)
    {
        var (number, fromEnd) = day.Week(weekStart);
        return weeks.Contains(number) || weeks.Contains(fromEnd);
    }

    private int PeriodsSinceStart(in CalendarDay day) => frequency switch
    {
        Frequency.Daily => day.Number - anchor.Number,
        Frequency.Weekly => (day.WeekBegins(weekStart) - anchor.WeekBegins(weekStart)) / 7,
        Frequency.Monthly => day.MonthNumber - anchor.MonthNumber,
        _ => day.Year - anchor.Year,
    };

    private int LastCounted(int count)
    {
        var end = Math.Min(Last, Math.Min(First + CountedYears * 366, DateOnly.MaxValue.DayNumber));
        for (var number = First; number <= end; number++)
        {
            if (Includes(new CalendarDay(number)) && --count <= 0)
                return number;
        }

        return int.MaxValue;
    }

    private static bool IsSeason(ScheduleRule rule) => rule is { ValidFrom.Year: 1, ValidTo.Year: 1 };

    private static bool IsIn((int From, int To) season, in CalendarDay day)
    {
        var date = day.Month * 100 + day.Day;
        return season.From <= season.To ? date >= season.From && date <= season.To : date >= season.From || date <= season.To;
    }

    private static int MonthAndDay(DateOnly date) => date.Month * 100 + date.Day;

    private static int Number(DateOnly? date, int otherwise) => date?.DayNumber ?? otherwise;

    // 1 to 31 from the beginning, 33 to 63 from the end.
    private static ulong MonthDayBit(int day) => 1ul << (day > 0 ? day : 32 - day);
}
