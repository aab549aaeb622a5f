namespace AppelAide.Host.Directory.Hours;

/// <summary>A row made ready: on which days, which stretch of them.</summary>
/// <param name="Days">The days.</param>
/// <param name="Stretch">What of each.</param>
/// <param name="IsClosed">Closed then, rather than open.</param>
/// <param name="KeepsHolidays">Whether it holds on a holiday too.</param>
/// <param name="ValidTo">The number of the last day on which its row can be relied on.</param>
internal sealed record OpeningRule(Recurrence Days, Stretch Stretch, bool IsClosed, bool KeepsHolidays, int ValidTo)
{
    private const int MinutesAWeek = 7 * HoursNotation.MinutesADay;

    /// <summary>Every week of all times the same, holidays apart.</summary>
    public bool IsEveryWeek => Days is { IsWeekly: true, First: 0, Last: int.MaxValue };

    /// <summary>The blocks of a week that it may touch.</summary>
    public UInt128 Blocks => WeekBlocks.Of([.. Enumerable.Range(0, 7).Select(day => (Days.PossibleWeekdays >> day & 1) != 0 ? new[] { Stretch } : [])]);

    /// <summary>Null for a row that says nothing: no days, or an end without a beginning.</summary>
    public static OpeningRule? From(ScheduleRule row)
    {
        var hasTimes = row.Opens is not null && row.Closes is not null;
        if (!hasTimes && (row.Opens ?? row.Closes) is not null || hasTimes && row.Closes <= row.Opens)
            return null;
        if (Recurrence.From(row) is not { } days)
            return null;
        var stretch = hasTimes ? new Stretch(row.Opens!.Value, row.Closes!.Value) : Stretch.WholeDay;
        var validTo = row.ValidTo is { Year: > 1 } date ? date.DayNumber : int.MaxValue;
        return new(days, stretch, row.IsClosed, days.NamesTheDay, validTo);
    }

    /// <summary>Marks those that together are open day and night: they know no holiday.</summary>
    public static List<OpeningRule> MarkDayAndNight(IEnumerable<OpeningRule> rules) =>
    [
        .. rules.GroupBy(rule => rule.Days is { IsWeekly: true, First: var first, Last: var last } ? (first, last) : (-1, -1))
            .SelectMany(group => group.Key.Item1 >= 0 && CoverTheWeek(Week(group)) ? group.Select(rule => rule with { KeepsHolidays = true }) : group),
    ];

    /// <summary>Whether no minute of a week is left out.</summary>
    public static bool CoverTheWeek(Stretch[][] week)
    {
        var covered = 0;
        // What Saturday night adds to Sunday, then the days in order.
        foreach (var (day, stretch) in week.SelectMany((stretches, day) => stretches.Select(stretch => (day, stretch)))
            .SelectMany(entry => new[] { entry, (day: entry.day - 7, entry.stretch) })
            .OrderBy(entry => entry.day * HoursNotation.MinutesADay + entry.stretch.From))
        {
            var midnight = day * HoursNotation.MinutesADay;
            if (midnight + stretch.From > covered)
                return false;
            covered = Math.Max(covered, midnight + stretch.To);
        }

        return covered >= MinutesAWeek;
    }

    private static Stretch[][] Week(IEnumerable<OpeningRule> rules) =>
        [.. Enumerable.Range(0, 7).Select(day => rules.Where(rule => (rule.Days.Weekdays >> day & 1) != 0).Select(rule => rule.Stretch).ToArray())];
}
