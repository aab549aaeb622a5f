namespace AppelAide.Host.Directory.Hours;

/// <summary>A date taken apart once, for all the rules that look at it.</summary>
internal readonly struct CalendarDay
{
    public CalendarDay(int number)
    {
        var date = DateOnly.FromDayNumber(number);
        Number = number;
        (Year, Month, Day) = date;
        DayOfYear = date.DayOfYear;
        Weekday = date.DayOfWeek;
    }

    public CalendarDay(DateOnly date)
        : this(date.DayNumber)
    {
    }

    /// <summary>Days since 0001-01-01, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Number { get; }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public int DayOfYear { get; }

    public DayOfWeek Weekday { get; }

    /// <summary>From the month's end: -1 for its last day.</summary>
    public int DayFromMonthEnd => Day - DateTime.DaysInMonth(Year, Month) - 1;

    /// <summary>From the year's end: -1 for its last day.</summary>
    public int DayFromYearEnd => DayOfYear - (DateTime.IsLeapYear(Year) ? 366 : 365) - 1;

    /// <summary>Months since the year 0.</summary>
    public int MonthNumber => Year * 12 + Month - 1;

    /// <summary>The number of the week's first day.</summary>
    public int WeekBegins(DayOfWeek weekStart) => Number - ((int)Weekday - (int)weekStart + 7) % 7;

    /// <summary>
    /// The week of the year, and the same from its end. The first week is the first with four days or more in the year, as in ISO 8601, but weeks begin on any day.
    /// </summary>
    public (int Number, int FromEnd) Week(DayOfWeek weekStart)
    {
        // A week belongs to the year that has its fourth day; clamped, because the calendar ends within a week.
        var middle = new CalendarDay(Math.Clamp(WeekBegins(weekStart) + 3, 0, DateOnly.MaxValue.DayNumber));
        return ((middle.DayOfYear - 1) / 7 + 1, (middle.DayFromYearEnd + 1) / 7 - 1);
    }
}
