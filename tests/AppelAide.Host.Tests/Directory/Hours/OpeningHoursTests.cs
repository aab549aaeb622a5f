using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Tests.Directory.Hours;

public sealed class OpeningHoursTests
{
    private const string Office = "Mo-Fr 09:00-12:00,13:00-16:30; Sa 10:00-12:00";

    [Theory]
    [InlineData(Office, "2026-12-01 10:00", "12:00")]
    [InlineData(Office, "2026-12-01 09:00", "12:00")]
    [InlineData(Office, "2026-12-01 16:29", "16:30")]
    [InlineData(Office, "2026-12-05 11:00", "12:00")]
    [InlineData("Mo-Su 17:00-02:00", "2026-12-02 01:30", "02:00")]
    [InlineData("Mo-Fr 09:00-12:00,12:00-15:00", "2026-12-01 10:00", "15:00")]
    [InlineData("Fr 20:00-24:00; Sa 00:00-03:00", "2026-12-04 22:00", "03:00")]
    public void An_open_door_says_when_it_closes(string hours, string now, string closes)
    {
        var state = At(hours, now);
        Assert.True(state.IsOpen);
        Assert.Equal(closes, state.ClosesAt?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Null(state.OpensAt);
    }

    [Theory]
    [InlineData(Office, "2026-12-01 08:59", "2026-12-01 09:00")]
    [InlineData(Office, "2026-12-01 12:00", "2026-12-01 13:00")]
    [InlineData(Office, "2026-12-01 16:30", "2026-12-02 09:00")]
    [InlineData(Office, "2026-12-05 12:00", "2026-12-07 09:00")]
    [InlineData(Office, "2026-12-24 18:00", "2026-12-26 10:00")]
    [InlineData("Th 13:00-16:00", "2026-12-24 17:00", "2026-12-31 13:00")]
    [InlineData("Fr 13:00-16:00", "2026-12-24 17:00", "2027-01-08 13:00")]
    public void A_closed_door_says_when_it_opens(string hours, string now, string opens)
    {
        var state = At(hours, now);
        Assert.False(state.IsOpen);
        Assert.Equal(opens, state.OpensAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_door_that_never_closes_keeps_no_holiday()
    {
        Assert.Equal(new(OpeningCase.Always), At("24/7", "2026-12-25 03:00"));
        Assert.Equal(new(OpeningCase.Always), At("Mo-Su 00:00-24:00", "2026-12-25 03:00"));
    }

    [Fact]
    public void Hours_that_nobody_gave_say_nothing() => Assert.Equal(default, At("", "2026-12-01 10:00"));

    [Theory]
    [InlineData("lundi 9h-16h")]
    [InlineData("Mo-Fr")]
    [InlineData("Mo-Fr 9:00-16:00")]
    [InlineData("Mo-Xx 09:00-16:00")]
    [InlineData("Mo-Fr 09:00")]
    [InlineData("Mo-Fr 25:00-26:00")]
    [InlineData("Mo 09:00-09:00")]
    public void Hours_written_otherwise_are_refused(string hours)
    {
        Assert.False(HoursNotation.TryParse(hours, out _, out var problem));
        Assert.Contains(hours, problem, StringComparison.Ordinal);
    }

    private static OpeningState At(string hours, string now)
    {
        Assert.True(HoursNotation.TryParse(hours, out var ranges, out _));
        return OpeningHours.Weekly(ranges).At(DateTime.ParseExact(now, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
