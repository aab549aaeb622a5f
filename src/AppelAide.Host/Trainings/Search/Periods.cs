namespace AppelAide.Host.Trainings.Search;

/// <summary>The periods that citizens name, counted from today. Weeks begin on Monday; on a Sunday "this week" is the one that begins.</summary>
internal static class Periods
{
    /// <summary>The names of those that are a first and a last day.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["today", "tomorrow", "after-tomorrow", "weekend", "next-weekend", "this-week", "next-week", "this-month", "next-month"];

    /// <summary>The first and the last day of a named period; null when it is no period of days.</summary>
    public static (DateOnly From, DateOnly To)? Of(string name, DateOnly today) => name switch
    {
        "today" or "this-morning" or "this-afternoon" or "tonight" => (today, today),
        "tomorrow" => (today.AddDays(1), today.AddDays(1)),
        "after-tomorrow" => (today.AddDays(2), today.AddDays(2)),
        "this-week" => (today, today.DayOfWeek == DayOfWeek.Sunday ? today.AddDays(7) : EndOfWeek(today)),
        "next-week" => (EndOfWeek(today).AddDays(1), EndOfWeek(today).AddDays(7)),
        "weekend" => (today.DayOfWeek == DayOfWeek.Sunday ? today : EndOfWeek(today).AddDays(-1), EndOfWeek(today)),
        "next-weekend" => (EndOfWeek(today).AddDays(6), EndOfWeek(today).AddDays(7)),
        "this-month" => (today, Month(today.Year, today.Month).To),
        "next-month" => Month(today.AddMonths(1).Year, today.AddMonths(1).Month),
        _ => null,
    };

    /// <summary>A month's first and last day.</summary>
    public static (DateOnly From, DateOnly To) Month(int year, int month) =>
        (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The Sunday that ends the week of a day.</summary>
    private static DateOnly EndOfWeek(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
