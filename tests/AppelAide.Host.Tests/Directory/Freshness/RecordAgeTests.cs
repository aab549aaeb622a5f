using AppelAide.Host.Directory.Freshness;

namespace AppelAide.Host.Tests.Directory.Freshness;

public sealed class RecordAgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2025-11-23", false)]
    [InlineData("2025-11-22", true)]
    [InlineData("1999-01-01", true)]
    [InlineData("2027-01-01", false)]
    public void A_record_is_stale_from_a_year_and_a_day_on(string verified, bool stale) =>
        Assert.Equal(stale, RecordAge.IsStale(DateOnly.Parse(verified, null), Today));

    [Fact]
    public void A_record_never_verified_is_not_said_to_be_of_more_than_a_year() => Assert.False(RecordAge.IsStale(null, Today));

    [Fact]
    public void On_29_February_a_year_ago_was_the_28th()
    {
        Assert.False(RecordAge.IsStale(new(2027, 2, 28), new(2028, 2, 29)));
        Assert.True(RecordAge.IsStale(new(2027, 2, 27), new(2028, 2, 29)));
    }
}
