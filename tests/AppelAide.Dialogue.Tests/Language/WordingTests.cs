using System.Globalization;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Tests.Language;

public class WordingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    private static TimeOnly At(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-12-01", "mardi 1er décembre", "mar. 1er déc.", "Tuesday, December 1", "Tue Dec 1")]
    [InlineData("2026-11-25", "mercredi 25 novembre", "mer. 25 nov.", "Wednesday, November 25", "Wed Nov 25")]
    [InlineData("2027-02-02", "mardi 2 février", "mar. 2 févr.", "Tuesday, February 2", "Tue Feb 2")]
    [InlineData("2027-08-15", "dimanche 15 août", "dim. 15 août", "Sunday, August 15", "Sun Aug 15")]
    [InlineData("2027-12-01", "mercredi 1er décembre 2027", "mer. 1er déc. 2027", "Wednesday, December 1, 2027", "Wed Dec 1, 2027")]
    [InlineData("2025-07-04", "vendredi 4 juillet 2025", "ven. 4 juill. 2025", "Friday, July 4, 2025", "Fri Jul 4, 2025")]
    public void A_date_has_its_day_and_its_year_when_far(string date, string said, string written, string saidEn, string writtenEn)
    {
        Assert.Equal(said, Wording.Date(Day(date), Today, "fr", Channel.Voice));
        Assert.Equal(written, Wording.Date(Day(date), Today, "fr", Channel.Sms));
        Assert.Equal(saidEn, Wording.Date(Day(date), Today, "en", Channel.Voice));
        Assert.Equal(writtenEn, Wording.Date(Day(date), Today, "en", Channel.Sms));
    }

    [Fact]
    public void Every_day_of_a_year_is_worded_as_the_tables_of_French_Canada_have_it()
    {
        var french = CultureInfo.GetCultureInfo("fr-CA");
        for (var day = Today; day < Today.AddDays(300); day = day.AddDays(1))
            Assert.Equal(
                day.ToString("dddd d MMMM", french).Replace(" 1 ", " 1er ", StringComparison.Ordinal),
                Wording.Date(day, Today, "fr", Channel.Voice));
    }

    [Theory]
    [InlineData("2026-11-21", "aujourd'hui", "today")]
    [InlineData("2026-11-22", "demain", "tomorrow")]
    [InlineData("2026-11-24", "mardi", "Tuesday")]
    [InlineData("2026-11-27", "vendredi", "Friday")]
    [InlineData("2026-11-28", null, null)]
    [InlineData("2026-11-20", null, null)]
    public void A_near_day_has_an_everyday_name(string date, string? french, string? english)
    {
        Assert.Equal(french, Wording.RelativeDay(Day(date), Today, "fr"));
        Assert.Equal(english, Wording.RelativeDay(Day(date), Today, "en"));
    }

    [Theory]
    [InlineData("14:30", "14 heures 30", "14h30", "2:30 p.m.", "2:30 pm")]
    [InlineData("13:00", "13 heures", "13h", "1 p.m.", "1 pm")]
    [InlineData("09:00", "9 heures", "9h", "9 a.m.", "9 am")]
    [InlineData("09:05", "9 heures 5", "9h05", "9:05 a.m.", "9:05 am")]
    [InlineData("01:00", "1 heure", "1h", "1 a.m.", "1 am")]
    [InlineData("12:00", "midi", "midi", "noon", "noon")]
    [InlineData("12:30", "12 heures 30", "12h30", "12:30 p.m.", "12:30 pm")]
    [InlineData("00:00", "minuit", "minuit", "midnight", "midnight")]
    [InlineData("00:15", "0 heure 15", "0h15", "12:15 a.m.", "12:15 am")]
    [InlineData("23:59:59", "23 heures 59", "23h59", "11:59 p.m.", "11:59 pm")]
    public void A_time_is_said_and_written(string time, string said, string written, string saidEn, string writtenEn)
    {
        Assert.Equal(said, Wording.Time(At(time), "fr", Channel.Voice));
        Assert.Equal(written, Wording.Time(At(time), "fr", Channel.Sms));
        Assert.Equal(saidEn, Wording.Time(At(time), "en", Channel.Voice));
        Assert.Equal(writtenEn, Wording.Time(At(time), "en", Channel.Sms));
    }

    [Theory]
    [InlineData("2026-11-21T16:30", "aujourd'hui à 16 heures 30", "aujourd'hui à 16h30", "today at 4:30 p.m.", "today at 4:30 pm")]
    [InlineData("2026-11-22T09:00", "demain à 9 heures", "demain à 9h", "tomorrow at 9 a.m.", "tomorrow at 9 am")]
    [InlineData("2026-11-24T12:00", "mardi à midi", "mardi à midi", "Tuesday at noon", "Tuesday at noon")]
    [InlineData("2026-12-01T13:30", "mardi 1er décembre à 13 heures 30", "mar. 1er déc. 13h30", "Tuesday, December 1, at 1:30 p.m.", "Tue Dec 1, 1:30 pm")]
    public void A_moment_is_a_day_and_a_time(string moment, string said, string written, string saidEn, string writtenEn)
    {
        var when = DateTime.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(said, Wording.Moment(when, Today, "fr", Channel.Voice));
        Assert.Equal(written, Wording.Moment(when, Today, "fr", Channel.Sms));
        Assert.Equal(saidEn, Wording.Moment(when, Today, "en", Channel.Voice));
        Assert.Equal(writtenEn, Wording.Moment(when, Today, "en", Channel.Sms));
    }

    [Theory]
    [InlineData("+14185550137", "4 1 8, 5 5 5, 0 1 3 7", "418-555-0137")]
    [InlineData("+18665550137", "1, 8 6 6, 5 5 5, 0 1 3 7", "1-866-555-0137")]
    [InlineData("+33123456789", "3 3 1 2 3 4 5 6 7 8 9", "+33123456789")]
    [InlineData("911", "9 1 1", "911")]
    [InlineData("", "", "")]
    public void A_phone_number_is_said_in_groups(string number, string said, string written)
    {
        Assert.Equal(said, Wording.Phone(number, Channel.Voice));
        Assert.Equal(written, Wording.Phone(number, Channel.Sms));
    }

    [Theory]
    [InlineData("472", "4, 7, 2")]
    [InlineData("4", "4")]
    [InlineData("", "")]
    public void A_code_is_read_one_digit_at_a_time(string code, string said) => Assert.Equal(said, Wording.Digits(code));

    [Theory]
    [InlineData(12.3, "12 kilomètres", "12 km", "12 kilometres", "12 km")]
    [InlineData(1, "1 kilomètre", "1 km", "1 kilometre", "1 km")]
    [InlineData(1.5, "2 kilomètres", "2 km", "2 kilometres", "2 km")]
    [InlineData(0.99, "moins d'un kilomètre", "moins d'un km", "less than a kilometre", "less than 1 km")]
    [InlineData(double.NaN, "moins d'un kilomètre", "moins d'un km", "less than a kilometre", "less than 1 km")]
    public void A_distance_is_to_the_nearest_kilometre(double km, string said, string written, string saidEn, string writtenEn)
    {
        Assert.Equal(said, Wording.Distance(km, "fr", Channel.Voice));
        Assert.Equal(written, Wording.Distance(km, "fr", Channel.Sms));
        Assert.Equal(saidEn, Wording.Distance(km, "en", Channel.Voice));
        Assert.Equal(writtenEn, Wording.Distance(km, "en", Channel.Sms));
    }

    [Theory]
    [InlineData("12", "12 dollars", "12 $", "12 dollars", "$12")]
    [InlineData("1", "1 dollar", "1 $", "1 dollar", "$1")]
    [InlineData("1.50", "1 dollar et 50 cents", "1,50 $", "1 dollar and 50 cents", "$1.50")]
    [InlineData("0.01", "1 cent", "0,01 $", "1 cent", "$0.01")]
    [InlineData("1500.999", "1501 dollars", "1501 $", "1501 dollars", "$1501")]
    [InlineData("0", "gratuit", "gratuit", "free", "free")]
    public void An_amount_is_said_and_written(string dollars, string said, string written, string saidEn, string writtenEn)
    {
        var amount = decimal.Parse(dollars, CultureInfo.InvariantCulture);

        Assert.Equal(said, Wording.Money(amount, "fr", Channel.Voice));
        Assert.Equal(written, Wording.Money(amount, "fr", Channel.Sms));
        Assert.Equal(saidEn, Wording.Money(amount, "en", Channel.Voice));
        Assert.Equal(writtenEn, Wording.Money(amount, "en", Channel.Sms));
    }

    [Fact]
    public void None_is_singular_in_French_and_plural_in_English()
    {
        Assert.Equal("0 place", Wording.Count(0, "place", "places", "fr"));
        Assert.Equal("1 place", Wording.Count(1, "place", "places", "fr"));
        Assert.Equal("2 places", Wording.Count(2, "place", "places", "fr"));
        Assert.Equal("0 seats", Wording.Count(0, "seat", "seats", "en"));
        Assert.Equal("1 seat", Wording.Count(1, "seat", "seats", "en"));
    }
}
