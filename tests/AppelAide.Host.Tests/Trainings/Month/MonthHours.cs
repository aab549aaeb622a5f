namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>The hours in which the line may begin, counted here by the minute and without its code: 9:00 to 21:30, weekends 10:00 to 18:00.</summary>
internal static class MonthHours
{
    public static TimeZoneInfo Line { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    public static TimeZoneInfo Islands { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Halifax");

    public static bool AreDecent(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var minute = (local.Hour * 60) + local.Minute;
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? minute is >= 600 and < 1080 : minute is >= 540 and < 1290;
    }

    public static DateTimeOffset Next(DateTimeOffset moment, TimeZoneInfo zone)
    {
        if (AreDecent(moment, zone)) return moment;
        moment = new DateTimeOffset(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0, moment.Offset);
        while (!AreDecent(moment, zone)) moment = moment.AddMinutes(1);
        return moment;
    }

    /// <summary>So many decent minutes later.</summary>
    public static DateTimeOffset After(DateTimeOffset moment, int minutes, TimeZoneInfo zone)
    {
        for (var left = minutes; left > 0; left--) moment = Next(moment, zone).AddMinutes(1);
        return moment;
    }

    public static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
