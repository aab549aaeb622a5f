using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Tests.Scheduling;

public sealed class WorkScheduleTests
{
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    [Theory]
    [InlineData("0 10 * * *", "2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00")]
    [InlineData("30 9 * * 1", "2026-11-23 09:30", "2026-11-30 09:30", "2026-12-07 09:30")]
    [InlineData("*/20 8-9 * * 0", "2026-11-29 08:00", "2026-11-29 08:20", "2026-11-29 08:40")]
    public void Times_are_those_of_crontab(string cron, params string[] times) => Assert.Equal(times, Next(cron, "2026-11-22 18:00", 3));

    [Fact]
    public void A_time_that_the_clocks_jump_over_is_not_lost() =>
        Assert.Equal(["2027-03-13 02:30", "2027-03-14 03:00", "2027-03-15 02:30"], Next("30 2 * * *", "2027-03-12 12:00", 3));

    [Fact]
    public void A_time_that_occurs_twice_is_one() =>
        Assert.Equal(["2026-10-31 01:30", "2026-11-01 01:30", "2026-11-02 01:30"], Next("30 1 * * *", "2026-10-30 12:00", 3));

    [Theory]
    [InlineData("")]
    [InlineData("10:00")]
    [InlineData("0 0 10 * * ?")]
    [InlineData("0 24 * * *")]
    public void What_is_no_time_is_refused(string cron) => Assert.ThrowsAny<FormatException>(() => WorkSchedule.At(cron));

    [Fact]
    public void An_interval_of_less_than_a_minute_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkSchedule.Every(TimeSpan.FromSeconds(59)));

    private static List<string> Next(string cron, string after, int count)
    {
        var times = WorkSchedule.At(cron).Times!.WithTimeZone(Toronto);
        var local = DateTime.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        var at = new DateTimeOffset(local, Toronto.GetUtcOffset(local));
        List<string> found = [];
        for (var i = 0; i < count; i++)
        {
            at = times.GetNextValidTimeAfter(at)!.Value;
            found.Add(TimeZoneInfo.ConvertTime(at, Toronto).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        }

        return found;
    }
}
