namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// A week in blocks of 80 minutes, a bit each. One block of many doors together (their bits or'ed) says that all are closed without looking at any.
/// </summary>
internal static class WeekBlocks
{
    private const int Minutes = 80;
    private const int ADay = HoursNotation.MinutesADay / Minutes;
    private const int AWeek = 7 * ADay;

    /// <summary>The block of a moment.</summary>
    public static UInt128 At(DateTime local) => Block((int)local.DayOfWeek, (int)(local.Ticks / TimeSpan.TicksPerMinute % HoursNotation.MinutesADay));

    /// <summary>The blocks that the stretches of a week touch.</summary>
    /// <param name="week">Of each weekday from Sunday on.</param>
    public static UInt128 Of(Stretch[][] week)
    {
        var blocks = UInt128.Zero;
        for (var day = 0; day < 7; day++)
        {
            foreach (var (from, to) in week[day])
            {
                for (var minute = from - from % Minutes; minute < to && minute < from + AWeek * Minutes; minute += Minutes)
                    blocks |= Block(day, minute);
            }
        }

        return blocks;
    }

    private static UInt128 Block(int day, int minute) => UInt128.One << ((day * ADay + minute / Minutes) % AWeek);
}
