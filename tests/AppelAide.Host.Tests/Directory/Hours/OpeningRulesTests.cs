using System.Diagnostics;
using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Tests.Directory.Hours;

/// <summary>What rows of HSDS say together of a moment; rows are parted by a bar.</summary>
public sealed class OpeningRulesTests
{
    private const string Office = "byday=MO,TU,WE,TH,FR opens_at=09:00 closes_at=17:00";

    [Theory]
    // Adjoining, overlapping and several rows.
    [InlineData("byday=TU opens_at=09:00 closes_at=12:00|byday=TU opens_at=12:00 closes_at=15:00", "2026-12-01 10:00", "until 15:00")]
    [InlineData("byday=TU opens_at=09:00 closes_at=13:00|byday=TU opens_at=12:00 closes_at=15:00", "2026-12-01 10:00", "until 15:00")]
    [InlineData("byday=TU opens_at=09:00 closes_at=17:00|byday=TU opens_at=10:00 closes_at=11:00", "2026-12-01 10:30", "until 17:00")]
    // Over midnight.
    [InlineData("byday=TU opens_at=20:00 closes_at=02:00", "2026-12-01 23:00", "past midnight until 02:00")]
    [InlineData("byday=TU opens_at=20:00 closes_at=02:00", "2026-12-02 01:59", "until 02:00")]
    [InlineData("byday=TU opens_at=20:00 closes_at=24:00", "2026-12-01 23:00", "until 00:00")]
    [InlineData("byday=TU opens_at=20:00 closes_at=24:00|byday=WE opens_at=00:00 closes_at=03:00", "2026-12-01 23:00", "past midnight until 03:00")]
    [InlineData("freq=DAILY until=2026-12-01 dtstart=2026-11-01 opens_at=22:00 closes_at=06:00", "2026-12-02 05:00", "until 06:00")]
    [InlineData("freq=DAILY until=2026-12-01 dtstart=2026-11-01 opens_at=22:00 closes_at=06:00", "2026-12-02 07:00", "closed")]
    // Days without hours are whole days.
    [InlineData("byday=TU,WE", "2026-12-01 10:00", "past midnight until 2026-12-03 00:00")]
    [InlineData("freq=DAILY", "2026-12-25 03:00", "always")]
    [InlineData("freq=DAILY dtstart=2005-01-01", "2026-12-25 03:00", "always")]
    [InlineData("byday=MO,TU,WE,TH,FR,SA opens_at=00:00 closes_at=24:00|byday=SU opens_at=00:00 closes_at=24:00", "2026-12-25 03:00", "always")]
    [InlineData("freq=DAILY opens_at=06:00 closes_at=06:01|freq=DAILY opens_at=06:01 closes_at=06:00", "2026-12-25 03:00", "always")]
    // Months and years.
    [InlineData("freq=MONTHLY byday=1MO opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "opens 2026-12-07 13:00")]
    [InlineData("freq=MONTHLY byday=-1FR opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "opens 2027-01-29 13:00")]
    [InlineData("freq=MONTHLY bymonthday=-1 opens_at=13:00 closes_at=16:00", "2027-02-28 14:00", "until 16:00")]
    [InlineData("freq=MONTHLY bymonthday=31 bymonth=2 opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "closed")]
    [InlineData("freq=WEEKLY interval=2 dtstart=2026-12-02 byday=WE opens_at=13:00 closes_at=16:00", "2026-12-02 17:00", "opens 2026-12-16 13:00")]
    [InlineData("freq=WEEKLY byweekno=50 byday=WE opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "opens 2026-12-09 13:00")]
    [InlineData("freq=WEEKLY dtstart=2026-12-02 count=2 opens_at=13:00 closes_at=16:00", "2026-12-09 14:00", "until 16:00")]
    [InlineData("freq=WEEKLY dtstart=2026-12-02 count=2 opens_at=13:00 closes_at=16:00", "2026-12-09 17:00", "closed")]
    [InlineData("freq=YEARLY bymonth=11 bymonthday=30 opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "opens 2027-11-30 13:00")]
    [InlineData("dtstart=2026-12-02 opens_at=13:00 closes_at=16:00", "2026-12-01 10:00", "opens 2026-12-02 13:00")]
    // Seasons.
    [InlineData(Office + " valid_from=2026-06-01 valid_to=2027-08-31", "2027-08-31 18:00", "closed")]
    [InlineData(Office + " valid_from=2027-03-01", "2026-12-01 10:00", "opens 2027-03-01 09:00")]
    [InlineData(Office + " valid_from=0001-05-01 valid_to=0001-09-30", "2026-12-01 10:00", "opens 2027-05-03 09:00")]
    [InlineData(Office + " valid_from=0001-11-01 valid_to=0001-02-28", "2026-12-01 10:00", "until 17:00")]
    [InlineData("valid_from=2026-12-01 valid_to=2026-12-03 opens_at=10:00 closes_at=11:00", "2026-12-02 12:00", "opens 2026-12-03 10:00")]
    // What is no longer valid says nothing, and what nobody gave neither.
    [InlineData(Office + " valid_to=2020-12-31", "2026-12-01 10:00", "unknown")]
    [InlineData("description=sometimes", "2026-12-01 10:00", "unknown")]
    // Closed exceptions.
    [InlineData(Office + "|closed=true dtstart=2026-12-01", "2026-12-01 10:00", "opens 2026-12-02 09:00")]
    [InlineData(Office + "|closed=true valid_from=2026-12-01 valid_to=2026-12-04", "2026-12-01 10:00", "opens 2026-12-07 09:00")]
    [InlineData(Office + "|closed=true freq=MONTHLY byday=1TU opens_at=12:00 closes_at=13:30", "2026-12-01 10:00", "until 12:00")]
    [InlineData(Office + "|closed=true freq=MONTHLY byday=1TU opens_at=12:00 closes_at=13:30", "2026-12-01 12:30", "opens 2026-12-01 13:30")]
    [InlineData(Office + "|closed=true freq=DAILY opens_at=00:00 closes_at=09:30", "2026-12-01 09:10", "opens 2026-12-01 09:30")]
    [InlineData(Office + "|closed=true valid_from=0001-11-15 valid_to=0001-12-31", "2026-12-01 10:00", "opens 2027-01-04 09:00")]
    [InlineData(Office + "|closed=true valid_from=2026-12-01", "2026-12-01 10:00", "closed")]
    [InlineData("freq=DAILY|closed=true dtstart=2026-12-02", "2026-12-01 10:00", "until 00:00")]
    [InlineData("closed=true valid_from=2026-11-01 valid_to=2026-12-31", "2026-12-01 10:00", "closed")]
    [InlineData("closed=true valid_from=2026-11-01 valid_to=2026-12-31", "2027-01-01 10:00", "unknown")]
    // Holidays.
    [InlineData(Office, "2026-12-25 10:00", "opens 2026-12-28 09:00")]
    [InlineData(Office + " dtstart=2020-01-01", "2026-12-25 10:00", "opens 2026-12-28 09:00")]
    [InlineData(Office + "|freq=YEARLY bymonth=12 bymonthday=25 opens_at=10:00 closes_at=14:00", "2026-12-25 10:00", "until 14:00")]
    [InlineData(Office + "|valid_from=2026-12-25 valid_to=2026-12-25 opens_at=10:00 closes_at=14:00", "2026-12-25 10:00", "until 14:00")]
    [InlineData("freq=MONTHLY bymonthday=25 opens_at=10:00 closes_at=14:00", "2026-12-25 10:00", "opens 2027-01-25 10:00")]
    [InlineData("freq=DAILY|closed=true dtstart=2026-12-26", "2026-12-25 10:00", "until 00:00")]
    public void Rows_together(string rows, string now, string expected) => Assert.Equal(expected, Told(Hours(rows), now));

    [Theory]
    [InlineData("freq=WEEKLY byday=MO dtstart=0001-01-01 count=1000000000 opens_at=09:00 closes_at=17:00")]
    [InlineData("freq=DAILY dtstart=0001-01-01 interval=2147483647 opens_at=09:00 closes_at=17:00")]
    [InlineData("freq=MONTHLY bymonthday=31 bymonth=2 dtstart=0001-01-01 count=1000000000 opens_at=09:00 closes_at=17:00")]
    [InlineData("freq=YEARLY byyearday=366 interval=3 dtstart=2027-01-01 count=9 opens_at=09:00 closes_at=17:00")]
    [InlineData("freq=DAILY dtstart=0001-01-01")]
    public void A_schedule_without_end_or_without_a_day_costs_what_others_do(string row)
    {
        var hours = Hours(row);
        var clock = Stopwatch.StartNew();
        for (var day = 0; day < 100; day++)
            hours.At(new DateTime(2026, 12, 1).AddDays(day));
        hours.At(DateTime.MinValue);
        hours.At(DateTime.MaxValue);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public void Ten_thousand_rows_are_answered_too()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => ScheduleRuleReaderTests.Read($"freq=DAILY interval={i + 2} dtstart=2026-01-01 opens_at=09:00 closes_at=17:00"));
        var hours = OpeningHours.From(rows);
        Assert.True(hours.IsOpenAt(new DateTime(2026, 1, 31, 10, 0, 0)));
        Assert.True(hours.IsKnown);
        hours.At(new DateTime(2026, 12, 1, 20, 0, 0));
    }

    [Fact]
    public void The_cheap_question_agrees_with_the_whole_one()
    {
        var random = new Random(4);
        string[] rows =
        [
            Office, "freq=MONTHLY byday=-1FR opens_at=18:00 closes_at=03:00", "freq=DAILY valid_from=0001-06-01 valid_to=0001-08-31 opens_at=12:00 closes_at=20:00",
            "closed=true freq=MONTHLY byday=2TU", "closed=true freq=WEEKLY byday=WE opens_at=12:00 closes_at=13:00", "freq=YEARLY bymonth=7 bymonthday=1 opens_at=10:00 closes_at=12:00",
        ];
        for (var i = 0; i < 3000; i++)
        {
            var hours = Hours(string.Join('|', random.GetItems(rows, random.Next(1, 5))));
            var now = new DateTime(2026, 1, 1).AddMinutes(random.Next(2 * 366 * 1440));
            var state = hours.At(now);
            Assert.Equal(state.IsOpen, hours.IsOpenAt(now));
            Assert.Equal(state.IsOpen ? OpeningCase.Open : state.Case, hours.CaseAt(now));
            Assert.True(!state.IsOpen || (hours.MayBeOpen & WeekBlocks.At(now)) != 0);
            if (state.ClosesAt is { } closes)
                Assert.True(closes > now && hours.IsOpenAt(closes.AddMinutes(-1)) && !hours.IsOpenAt(closes));
            if (state.OpensAt is { } opens)
                Assert.True(opens > now && hours.IsOpenAt(opens) && !hours.IsOpenAt(opens.AddMinutes(-1)));
        }
    }

    [Fact]
    public void Equal_hours_are_kept_once()
    {
        var cache = new OpeningHoursCache();
        var night = ScheduleRuleReaderTests.Read("byday=SA opens_at=20:00 closes_at=02:00");
        var day = ScheduleRuleReaderTests.Read(Office);
        Assert.Same(cache.From([day, night]), cache.From([night, ScheduleRuleReaderTests.Read(Office), day]));
        Assert.NotSame(cache.From([day]), cache.From([night]));
        Assert.Same(OpeningHours.Unknown, cache.From([]));
        Assert.Equal(3, cache.Count);
    }

    private static OpeningHours Hours(string rows) => OpeningHours.From(rows.Split('|').Select(ScheduleRuleReaderTests.Read));

    private static string Told(OpeningHours hours, string now)
    {
        var moment = DateTime.ParseExact(now, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var state = hours.At(moment);
        return state.Case switch
        {
            OpeningCase.Unknown => "unknown",
            OpeningCase.Always => "always",
            OpeningCase.Closed => state.OpensAt is { } opens ? $"opens {opens:yyyy-MM-dd HH:mm}" : "closed",
            _ when state.ClosesAt > moment.Date.AddDays(1) && state.ClosesAt.Value.TimeOfDay == TimeSpan.Zero => $"past midnight until {state.ClosesAt:yyyy-MM-dd HH:mm}",
            OpeningCase.OpenPastMidnight => $"past midnight until {state.ClosesAt:HH:mm}",
            _ => $"until {state.ClosesAt:HH:mm}",
        };
    }
}
