using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Tests.Directory.Hours;

public sealed class ScheduleRuleReaderTests
{
    [Theory]
    [InlineData("10:00", "10:00")]
    [InlineData("9:05", "09:05")]
    [InlineData("10:00:00", "10:00")]
    [InlineData("10:00:59.5", "10:00")]
    [InlineData("10:00-05:00", "10:00 -05:00")]
    [InlineData("10:00:00+0330", "10:00 03:30")]
    [InlineData("10:00Z", "10:00 00:00")]
    [InlineData("24:00", "24:00")]
    [InlineData("9am", "09:00")]
    [InlineData("3 PM", "15:00")]
    [InlineData("4:30 p.m.", "16:30")]
    [InlineData("12 am", "00:00")]
    [InlineData("12:15 PM", "12:15")]
    [InlineData("9h", "09:00")]
    [InlineData("9 h 30", "09:30")]
    [InlineData("24:30", "")]
    [InlineData("25:00", "")]
    [InlineData("10:60", "")]
    [InlineData("10", "")]
    [InlineData("13 pm", "")]
    [InlineData("0am", "")]
    [InlineData("10:00+25:00", "")]
    [InlineData("soon", "")]
    [InlineData("", "")]
    public void Times_as_directories_write_them(string text, string expected) => Assert.Equal(expected, Told(ClockReader.Read(text)));

    [Fact]
    public void The_official_example_is_read_whole()
    {
        // A row of the standard's own example: https://github.com/openreferral/specification/tree/3.0/examples
        var rule = Read(
            "valid_from=2005-01-01 valid_to=2005-01-01 dtstart=2005-01-01 timezone=3 until=2005-01-01 count=3 wkst=TU freq=WEEKLY interval=1 byday=TH,FR "
            + "byweekno=41,42 bymonthday=2,3,4 byyearday=2,3,4 opens_at=10:00:00 closes_at=18:00:00");
        Assert.Equal(Frequency.Weekly, rule.Frequency);
        Assert.Equal(new WeekdayOrdinal[] { new(0, DayOfWeek.Thursday), new(0, DayOfWeek.Friday) }, rule.ByDay);
        Assert.Equal(new[] { 41, 42 }, rule.ByWeekNumber);
        Assert.Equal((600, 1080), (rule.Opens, rule.Closes));
        Assert.Equal(DayOfWeek.Tuesday, rule.WeekStart);
        Assert.Equal(new DateOnly(2005, 1, 1), rule.ValidTo);
    }

    [Theory]
    [InlineData("byday=MO opens_at=22:00 closes_at=02:00", 1320, 1560)]
    [InlineData("byday=MO opens_at=09:00 closes_at=00:00", 540, 1440)]
    [InlineData("byday=MO opens_at=00:00 closes_at=23:59", 0, 1440)]
    [InlineData("byday=MO opens_at=00:00 closes_at=00:00", 0, 1440)]
    public void An_end_comes_after_its_beginning(string row, int opens, int closes)
    {
        var rule = Read(row);
        Assert.Equal((Frequency.Weekly, opens, closes), (rule.Frequency, rule.Opens, rule.Closes));
    }

    [Theory]
    [InlineData("byday=Monday,tue", "MO TU")]
    [InlineData("byday=+1MO;-1FR freq=MONTHLY", "1MO -1FR")]
    public void Days_as_directories_write_them(string row, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(row).ByDay.Select(day => (day.Ordinal == 0 ? "" : $"{day.Ordinal}") + day.Day.ToString()[..2].ToUpperInvariant())));

    [Theory]
    [InlineData("description=sometimes")]
    [InlineData("opens_at=09:00 closes_at=17:00")]
    [InlineData("valid_from=2026-01-01")]
    public void A_row_without_days_is_no_mistake_and_says_nothing(string row) => Assert.False(OpeningHours.From([Read(row)]).IsKnown);

    [Theory]
    [InlineData("freq=HOURLY", "freq: \"HOURLY\" is not DAILY, WEEKLY, MONTHLY or YEARLY")]
    [InlineData("freq=2", "freq: \"2\"")]
    [InlineData("byday=XX", "byday: \"XX\" is not a day such as MO, 2TU or -1FR")]
    [InlineData("byday=0MO", "byday: \"0MO\"")]
    [InlineData("byday=54MO", "byday: \"54MO\"")]
    [InlineData("freq=WEEKLY", "byday: is missing, and so is dtstart")]
    [InlineData("freq=WEEKLY byday=MO interval=2", "dtstart: is missing beside interval")]
    [InlineData("freq=WEEKLY byday=MO count=3", "dtstart: is missing beside count")]
    [InlineData("freq=WEEKLY byday=MO interval=0", "interval: \"0\" is not a whole number from 1 on")]
    [InlineData("freq=MONTHLY bymonthday=32", "bymonthday: \"32\" is not a number up to 31")]
    [InlineData("freq=MONTHLY bymonthday=0", "bymonthday: \"0\"")]
    [InlineData("byday=MO opens_at=soon closes_at=17:00", "opens_at: \"soon\" is not a time such as 09:00")]
    [InlineData("byday=MO opens_at=09:00", "closes_at: is missing beside opens_at")]
    [InlineData("byday=MO opens_at=09:00 closes_at=09:00", "closes_at: is the same as opens_at")]
    [InlineData("byday=MO valid_from=2026-02-30", "valid_from: \"2026-02-30\" is not a date such as 2026-09-01")]
    [InlineData("byday=MO valid_from=2026-03-01 valid_to=2026-02-01", "valid_to: is before valid_from")]
    [InlineData("byday=MO dtstart=2026-03-01 until=2026-02-01", "until: is before dtstart")]
    [InlineData("closed=true", "valid_from: is missing beside closed")]
    [InlineData("closed=perhaps", "closed: \"PERHAPS\" is not true or false")]
    public void What_means_nothing_certain_is_refused(string row, string problem)
    {
        Assert.False(ScheduleRuleReader.TryRead(Field(row), out _, out var found));
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interval=2.0 byday=MO dtstart=20260105T090000Z", 2)]
    [InlineData("interval=99999999999999 byday=MO dtstart=2026-01-05T09:00:00-05:00", int.MaxValue)]
    public void What_programs_write_for_numbers_and_dates_is_read(string row, int interval)
    {
        var rule = Read(row);
        Assert.Equal((interval, new DateOnly(2026, 1, 5)), (rule.Interval, rule.DtStart));
    }

    [Fact]
    public void A_row_written_in_another_zone_moves_and_its_weekdays_with_it()
    {
        var moved = Read("byday=MO opens_at=22:00Z closes_at=23:30Z").Moved(180);
        Assert.Equal((60, 150, DayOfWeek.Tuesday), (moved.Opens, moved.Closes, moved.ByDay[0].Day));
        moved = Read("byday=SU opens_at=02:00Z closes_at=12:00Z").Moved(-300);
        Assert.Equal((21 * 60, 31 * 60, DayOfWeek.Saturday), (moved.Opens, moved.Closes, moved.ByDay[0].Day));
    }

    [Fact]
    public void Rows_are_equal_when_they_say_the_same()
    {
        Assert.Equal(Read("byday=MO,TU opens_at=9am closes_at=5pm"), Read("freq=weekly byday=MO,TU opens_at=09:00 closes_at=17:00 interval=1"));
        Assert.NotEqual(Read("byday=MO,TU"), Read("byday=MO,WE"));
    }

    /// <summary>A row written <c>column=value column=value</c>.</summary>
    internal static ScheduleRule Read(string row)
    {
        Assert.True(ScheduleRuleReader.TryRead(Field(row), out var rule, out var problem), problem);
        return rule;
    }

    private static Func<string, string> Field(string row)
    {
        var fields = row.Split(' ').Select(part => part.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => fields.GetValueOrDefault(name, "");
    }

    private static string Told((int Minutes, TimeSpan? Offset)? time) => time is not { } found
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{found.Minutes / 60:00}:{found.Minutes % 60:00}")
            + (found.Offset is { } offset ? $" {(offset < TimeSpan.Zero ? "-" : "")}{offset:hh\\:mm}" : "");
}
