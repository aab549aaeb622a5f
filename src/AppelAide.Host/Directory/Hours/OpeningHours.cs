using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// When a door is open. Rows add up; what they say is closed is closed, the whole day or some hours of those that begin on it. Québec's
/// holidays close the day for all rows but those that name it (<see cref="Recurrence.NamesTheDay"/>) and those that are open day and night.
/// <para>
/// Times are what the clock on the door's wall shows: the caller converts the instant to the door's time zone, and when clocks change, hours
/// stay as written (a night of 22:00 to 06:00 is then an hour longer or shorter). Immutable; shared by all doors that keep the same hours
/// (<see cref="OpeningHoursCache"/>).
/// </para>
/// </summary>
internal sealed class OpeningHours
{
    private const int MinutesADay = HoursNotation.MinutesADay;

    // What comes later than in a year and some days is nothing to tell a citizen.
    private const int DaysAhead = 370;

    // A door with thousands of rows is looked at less far ahead: whatever is imported, an answer takes about a millisecond at most.
    private const int RowsLookedAt = 100_000;

    // Space on the stack for most days.
    private const int FewStretches = 32;

    // Of each weekday, those that every week has.
    private readonly Stretch[][] week;
    private readonly ImmutableArray<OpeningRule> opening;
    private readonly ImmutableArray<OpeningRule> closing;
    private readonly bool dayAndNight;
    private readonly int space;
    private readonly int daysAhead;
    private readonly int validTo;

    private OpeningHours(Stretch[][] week, ImmutableArray<OpeningRule> opening, ImmutableArray<OpeningRule> closing, int validTo)
    {
        (this.week, this.opening, this.closing, this.validTo) = (week, opening, closing, validTo);
        space = week.Max(day => day.Length) + opening.Length + closing.Length + 1;
        daysAhead = Math.Clamp(RowsLookedAt / space, 14, DaysAhead);
        IsKnown = opening.Length > 0 || week.Any(day => day.Length > 0);
        MayBeOpen = opening.Aggregate(WeekBlocks.Of(week), (blocks, rule) => blocks | rule.Blocks);
        dayAndNight = OpeningRule.CoverTheWeek(week);
        NeverCloses = dayAndNight && closing.IsEmpty;
    }

    /// <summary>Hours that nobody gave.</summary>
    public static OpeningHours Unknown { get; } = From([]);

    /// <summary>Whether somebody said when it is open.</summary>
    public bool IsKnown { get; }

    /// <summary>Open day and night, holidays too.</summary>
    public bool NeverCloses { get; }

    /// <summary>The hours that rows give; rows that say nothing of days (<see cref="Recurrence.From"/>) are left out.</summary>
    public static OpeningHours From(IEnumerable<ScheduleRule> rows)
    {
        var rules = rows.Distinct().Select(OpeningRule.From).OfType<OpeningRule>().ToList();
        var opening = OpeningRule.MarkDayAndNight(rules.Where(rule => !rule.IsClosed));
        var weekly = opening.Where(rule => rule.IsEveryWeek).ToList();
        var week = new Stretch[7][];
        for (var day = 0; day < 7; day++)
        {
            var plan = new DayPlan(new Stretch[weekly.Count + 1]);
            foreach (var rule in weekly.Where(rule => (rule.Days.Weekdays >> day & 1) != 0))
                plan.Open(rule.Stretch);
            week[day] = plan.Stretches.ToArray();
        }

        return new(
            week,
            [.. opening.Where(rule => !rule.IsEveryWeek)],
            [.. rules.Where(rule => rule.IsClosed)],
            opening.Count == 0 ? int.MaxValue : opening.Max(rule => rule.ValidTo));
    }

    /// <summary>The same hours every week.</summary>
    public static OpeningHours Weekly(IEnumerable<OpeningRange> ranges) => From(ranges.Select(range => new ScheduleRule
    {
        Frequency = Frequency.Weekly,
        ByDay = [new(0, range.Day)],
        Opens = range.From,
        Closes = range.To,
    }));

    /// <summary>Blocks of the week (<see cref="WeekBlocks"/>) outside which it is closed for certain, whatever the date: to pass over many doors at once.</summary>
    public UInt128 MayBeOpen { get; }

    /// <summary>Whether <see cref="At"/> may say that nothing is known.</summary>
    public bool MayBeUnknown => !IsKnown || validTo < int.MaxValue;

    /// <summary>Whether it is certainly open.</summary>
    /// <param name="local">A moment in the door's own time zone.</param>
    public bool IsOpenAt(DateTime local) => NeverCloses || OpenUntil(Minute(local)) is not null;

    /// <summary><see cref="OpeningCase.Open"/>, <see cref="OpeningCase.Closed"/> or <see cref="OpeningCase.Unknown"/>, without the time of a change: cheaper, for many doors at once.</summary>
    /// <param name="local">A moment in the door's own time zone.</param>
    public OpeningCase CaseAt(DateTime local) => IsOpenAt(local) ? OpeningCase.Open : CaseNotOpen(local);

    /// <summary>The door at a moment.</summary>
    /// <param name="local">A moment in the door's own time zone.</param>
    public OpeningState At(DateTime local)
    {
        if (NeverCloses)
            return new(OpeningCase.Always);
        var now = Minute(local);
        if (OpenUntil(now) is not { } end)
            return new(CaseNotOpen(local), NextOpening(now));
        if (Closing(end) is not { } closes)
            return new(OpeningCase.Always);
        var midnight = local.Date == DateTime.MaxValue.Date ? DateTime.MaxValue : local.Date.AddDays(1);
        return new(closes > midnight ? OpeningCase.OpenPastMidnight : OpeningCase.Open, closes);
    }

    private OpeningCase CaseNotOpen(DateTime local)
    {
        var today = DateOnly.FromDateTime(local).DayNumber;
        return IsKnown && today <= validTo || IsClosedOn(today) ? OpeningCase.Closed : OpeningCase.Unknown;
    }

    private static long Minute(DateTime local) => local.Ticks / TimeSpan.TicksPerMinute;

    // The end of the stretch that holds a minute; null when it is in none. Yesterday counts: what closes at two in the morning opened the day before.
    private long? OpenUntil(long minute)
    {
        var today = (int)(minute / MinutesADay);
        long? end = null;
        Span<Stretch> lent = stackalloc Stretch[FewStretches];
        for (var day = today; day >= Math.Max(0, today - 1); day--)
        {
            foreach (var stretch in On(day, lent))
            {
                var midnight = (long)day * MinutesADay;
                if (midnight + stretch.From <= minute && minute < midnight + stretch.To && !(midnight + stretch.To <= end))
                    end = midnight + stretch.To;
            }
        }

        return end;
    }

    // Follows stretches that adjoin or overlap to the moment when it really closes; null when it does not as far as one looks.
    private DateTime? Closing(long end)
    {
        var first = (int)(end / MinutesADay);
        Span<Stretch> lent = stackalloc Stretch[FewStretches];
        for (var day = Math.Max(0, first - 1); day <= first + daysAhead && day <= DateOnly.MaxValue.DayNumber; day++)
        {
            var midnight = (long)day * MinutesADay;
            if (midnight > end)
                return new(end * TimeSpan.TicksPerMinute);
            foreach (var stretch in On(day, lent))
            {
                if (midnight + stretch.From <= end && midnight + stretch.To > end)
                    end = midnight + stretch.To;
            }
        }

        return null;
    }

    private DateTime? NextOpening(long now)
    {
        Span<Stretch> lent = stackalloc Stretch[FewStretches];
        var today = (int)(now / MinutesADay);
        for (var day = today; IsKnown && day <= Math.Min(today + daysAhead, DateOnly.MaxValue.DayNumber); day++)
        {
            foreach (var stretch in On(day, lent))
            {
                if ((long)day * MinutesADay + stretch.From is var opens && opens > now)
                    return new(opens * TimeSpan.TicksPerMinute);
            }
        }

        return null;
    }

    private bool IsClosedOn(int number)
    {
        var day = new CalendarDay(number);
        foreach (var rule in closing)
        {
            if (rule.Stretch == Stretch.WholeDay && rule.Days.Includes(day))
                return true;
        }

        return false;
    }

    // The stretches that open on a day, in order.
    private ReadOnlySpan<Stretch> On(int number, Span<Stretch> lent)
    {
        var date = DateOnly.FromDayNumber(number);
        var holiday = QuebecHolidays.Includes(date);
        if (opening.IsEmpty && closing.IsEmpty)
            return holiday ? [] : week[(int)date.DayOfWeek];

        var day = new CalendarDay(date);
        var plan = new DayPlan(space > lent.Length ? new Stretch[space] : lent);
        if (!holiday || dayAndNight)
        {
            foreach (var stretch in week[(int)day.Weekday])
                plan.Open(stretch);
        }

        foreach (var rule in opening)
        {
            if ((!holiday || rule.KeepsHolidays) && rule.Days.Includes(day))
                plan.Open(rule.Stretch);
        }

        foreach (var rule in closing)
        {
            if (rule.Days.Includes(day))
                plan.Close(rule.Stretch == Stretch.WholeDay ? new(0, 2 * MinutesADay) : rule.Stretch);
        }

        return plan.Stretches;
    }
}
