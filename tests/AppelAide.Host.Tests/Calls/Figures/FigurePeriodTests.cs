using AppelAide.Host.Calls.Figures;

namespace AppelAide.Host.Tests.Calls.Figures;

public sealed class FigurePeriodTests
{
    [Fact]
    public void A_period_is_whole_weeks_whichever_way_round_it_is_asked_for()
    {
        var period = FigurePeriod.Of(new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 18));
        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22)), (period.From, period.To));
        Assert.Equal([new DateOnly(2026, 11, 16)], period.Weeks);
        Assert.Equal(4, FigurePeriod.UpTo(new DateOnly(2026, 11, 22), 4).Weeks.Count());
    }

    [Fact]
    public void No_period_is_longer_than_a_page_can_show_or_outside_the_calendar()
    {
        var period = FigurePeriod.Of(DateOnly.MinValue, DateOnly.MaxValue);
        Assert.Equal(FigurePeriod.MostWeeks, period.Weeks.Count());
        Assert.Single(FigurePeriod.Of(DateOnly.MinValue, DateOnly.MinValue).Weeks);
        Assert.Single(FigurePeriod.Of(DateOnly.MaxValue, DateOnly.MaxValue).Weeks);
        Assert.NotEmpty(FigurePeriod.UpTo(DateOnly.MinValue, 13).Weeks);
    }

    [Theory]
    [InlineData(0, "answer_15")]
    [InlineData(15, "answer_15")]
    [InlineData(16, "answer_30")]
    [InlineData(300, "answer_300")]
    [InlineData(301, "answer_more")]
    public void Seconds_have_their_column(long seconds, string column) => Assert.Equal(column, AnswerTimes.ColumnOf(seconds));

    [Fact]
    public void Half_of_the_answers_came_within_a_limit_or_beyond_the_last()
    {
        Assert.Equal(30, AnswerTimes.Within([4, 2, 1, 0, 0, 0, 0, 1], 0.7));
        Assert.Equal(15, AnswerTimes.Within([4, 4, 0, 0, 0, 0, 0, 0], 0.5));
        Assert.Null(AnswerTimes.Within([1, 0, 0, 0, 0, 0, 0, 9], 0.5));
        Assert.Null(AnswerTimes.Within([0, 0, 0, 0, 0, 0, 0, 0], 0.5));
    }
}
