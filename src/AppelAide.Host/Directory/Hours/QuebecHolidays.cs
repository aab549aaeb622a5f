namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// The days on which Québec offices are closed: the CNESST's paid public holidays, and both Good Friday and Easter Monday, of which
/// each employer chooses one (better to ring first than to travel to a closed door).
/// https://www.cnesst.gouv.qc.ca/en/working-conditions/leave/statutory-holidays
/// </summary>
internal static class QuebecHolidays
{
    public static bool Includes(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (6, 24) or (7, 1) or (12, 25))
            return true;

        // When the Fête nationale or Canada Day falls on a Sunday, offices close on the Monday.
        if (day.DayOfWeek == DayOfWeek.Monday && (day.Month, day.Day) is (6, 25) or (7, 2))
            return true;

        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            // Journée des patriotes: the Monday before 25 May. Labour Day: first of September. Thanksgiving: second of October.
            if ((day.Month == 5 && day.Day is >= 18 and <= 24) || (day.Month == 9 && day.Day <= 7) || (day.Month == 10 && day.Day is >= 8 and <= 14))
                return true;
        }

        var easter = EasterSunday(day.Year);
        return day == easter.AddDays(-2) || day == easter.AddDays(1);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm, as given by Meeus).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, day) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
