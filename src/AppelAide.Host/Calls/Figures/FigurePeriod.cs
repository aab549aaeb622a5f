namespace AppelAide.Host.Calls.Figures;

/// <summary>Whole weeks, from a Monday to a Sunday.</summary>
internal sealed record FigurePeriod
{
    /// <summary>The longest one: three years and a bit.</summary>
    public const int MostWeeks = 160;

    private FigurePeriod(DateOnly from, DateOnly to) => (From, To) = (from, to);

    /// <summary>The first Monday.</summary>
    public DateOnly From { get; }

    /// <summary>The last Sunday.</summary>
    public DateOnly To { get; }

    /// <summary>The weeks, by their Mondays, in order.</summary>
    public IEnumerable<DateOnly> Weeks
    {
        get
        {
            for (var monday = From; monday <= To; monday = monday.AddDays(7)) yield return monday;
        }
    }

    /// <summary>The weeks that hold two dates, in whatever order they are given; the last ones when there would be too many.</summary>
    public static FigurePeriod Of(DateOnly from, DateOnly to)
    {
        if (from > to) (from, to) = (to, from);
        if (from < DateOnly.MinValue.AddDays(14)) from = DateOnly.MinValue.AddDays(14);
        if (to > DateOnly.MaxValue.AddDays(-14)) to = DateOnly.MaxValue.AddDays(-14);
        if (from > to) from = to;
        var (first, last) = (FigureSpan.Monday(from), FigureSpan.Monday(to));
        var earliest = last.DayNumber - (7 * (MostWeeks - 1));
        if (first.DayNumber < earliest) first = DateOnly.FromDayNumber(earliest);
        return new FigurePeriod(first, last.AddDays(6));
    }

    /// <summary>The weeks up to today's.</summary>
    public static FigurePeriod UpTo(DateOnly today, int weeks) => Of(DateOnly.FromDayNumber(Math.Max(0, today.DayNumber - (7 * (weeks - 1)))), today);
}
