using AppelAide.Host.Outbox;

namespace AppelAide.Host.Tests.Outbox;

public sealed class OutboxOptionsTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.True(new OutboxOptionsValidator().Validate(null, new OutboxOptions()).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("all day")]
    [InlineData("Mo-Fr 21:30-09:00")]
    public void Hours_that_are_none_or_go_through_the_night_are_refused(string hours) =>
        Assert.Contains("Outbox:Hours", new OutboxOptionsValidator().Validate(null, new OutboxOptions { Hours = hours }).FailureMessage, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(3, double.NaN, 1)]
    [InlineData(3, 1, -1)]
    public void A_cap_or_a_pace_that_sends_nothing_is_refused(int cap, double segments, double calls) =>
        Assert.True(new OutboxOptionsValidator().Validate(null, new OutboxOptions { DailyCap = cap, SegmentsPerSecond = segments, CallsPerSecond = calls }).Failed);
}
