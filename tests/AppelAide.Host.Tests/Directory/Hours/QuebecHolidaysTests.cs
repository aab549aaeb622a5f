using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Tests.Directory.Hours;

public sealed class QuebecHolidaysTests
{
    [Theory]
    [InlineData(2026, "01-01 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-25")]
    [InlineData(2027, "01-01 03-26 03-29 05-24 06-24 07-01 09-06 10-11 12-25")]
    [InlineData(2028, "01-01 04-14 04-17 05-22 06-24 07-01 09-04 10-09 12-25")]
    [InlineData(2029, "01-01 03-30 04-02 05-21 06-24 06-25 07-01 07-02 09-03 10-08 12-25")]
    public void The_holidays_of_a_year(int year, string expected)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && QuebecHolidays.Includes(day));
        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(1999, 4, 4)]
    [InlineData(2000, 4, 23)]
    [InlineData(2038, 4, 25)]
    public void Easter(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), QuebecHolidays.EasterSunday(year));
}
