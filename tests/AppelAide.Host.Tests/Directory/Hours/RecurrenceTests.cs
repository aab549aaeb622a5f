using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Tests.Directory.Hours;

/// <summary>Rules that ical.js, the other oracle, expands otherwise or not at all; the dates are python-dateutil 2.9's, and the last three the standard's own examples.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("freq=MONTHLY bymonth=2,5 bymonthday=3,-1 dtstart=2026-02-03", "2026-02-03 2026-02-28 2026-05-03 2026-05-31 2027-02-03")]
    [InlineData("freq=MONTHLY interval=4 bymonth=5 byday=TH dtstart=2024-09-01", "2025-05-01 2025-05-08 2025-05-15 2025-05-22 2025-05-29")]
    [InlineData("freq=YEARLY interval=2 byday=23WE,10MO dtstart=2023-03-06", "2023-03-06 2023-06-07 2025-03-10 2025-06-04 2027-03-08")]
    [InlineData("freq=YEARLY byday=-36WE,-5TH dtstart=2024-04-24", "2024-04-24 2024-11-28 2025-04-30 2025-11-27 2026-04-29")]
    [InlineData("freq=YEARLY bymonthday=18,-17 dtstart=2026-01-15", "2026-01-15 2026-01-18 2026-02-12 2026-02-18 2026-03-15")]
    [InlineData("freq=YEARLY bymonth=2,6 bymonthday=-4,31 dtstart=2026-02-25", "2026-02-25 2026-06-27 2027-02-25 2027-06-27 2028-02-26")]
    [InlineData("freq=DAILY interval=3 bymonthday=-1,-2 dtstart=2026-01-01", "2026-01-31 2026-02-27 2026-05-31 2026-06-30 2026-07-30")]
    [InlineData("freq=YEARLY byweekno=1,53,-2 byday=MO dtstart=2026-01-01", "2026-12-21 2026-12-28 2027-01-04 2027-12-20 2028-01-03")]
    [InlineData("freq=YEARLY byweekno=1 byday=SU wkst=SU dtstart=2026-01-01", "2026-01-04 2027-01-03 2028-01-02 2028-12-31 2029-12-30")]
    [InlineData("freq=YEARLY byyearday=366,-366 dtstart=2027-01-01", "2028-01-01 2028-12-31 2032-01-01 2032-12-31 2036-01-01")]
    [InlineData("freq=YEARLY dtstart=2024-02-29", "2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29")]
    [InlineData("freq=MONTHLY dtstart=2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31")]
    [InlineData("freq=MONTHLY bymonthday=13 byday=FR dtstart=2026-01-01", "2026-02-13 2026-03-13 2026-11-13 2027-08-13 2028-10-13")]
    [InlineData("freq=WEEKLY interval=2 byday=TU,SU wkst=SU dtstart=1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31 1997-09-02")]
    [InlineData("freq=WEEKLY interval=2 byday=TU,SU wkst=MO dtstart=1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24 1997-09-02")]
    [InlineData("freq=YEARLY bymonth=11 bymonthday=2,3,4,5,6,7,8 byday=TU interval=4 dtstart=1996-11-05", "1996-11-05 2000-11-07 2004-11-02 2008-11-04 2012-11-06")]
    public void The_first_dates_of_a_rule(string row, string expected)
    {
        var recurrence = Recurrence.From(ScheduleRuleReaderTests.Read(row))!;
        var dates = Enumerable.Range(recurrence.First, 366 * 50).Where(number => recurrence.Includes(new CalendarDay(number))).Take(5);
        Assert.Equal(expected, string.Join(' ', dates.Select(number => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }
}
