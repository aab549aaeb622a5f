using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>The word after <c>|</c> in a prompt.</summary>
public class ValueFormatsTests
{
    [Theory]
    [InlineData("", "ce que c'est", "ce que c'est", "ce que c'est", "ce que c'est", "ce que c'est")]
    [InlineData("date", "2026-12-01", "mardi 1er décembre", "mar. 1er déc.", "Tuesday, December 1", "Tue Dec 1")]
    [InlineData("time", "13:30", "13 heures 30", "13h30", "1:30 p.m.", "1:30 pm")]
    [InlineData("time", "12:00", "midi", "midi", "noon", "noon")]
    [InlineData("when", "2026-11-25T09:00", "demain à 9 heures", "demain à 9h", "tomorrow at 9 a.m.", "tomorrow at 9 am")]
    [InlineData("when", "2026-12-08T13:30", "mardi 8 décembre à 13 heures 30", "mar. 8 déc. 13h30", "Tuesday, December 8, at 1:30 p.m.", "Tue Dec 8, 1:30 pm")]
    [InlineData("before", "2026-11-25T12:00", "demain avant midi", "demain avant midi", "tomorrow before noon", "tomorrow before noon")]
    [InlineData("before", "2026-12-08T13:30", "mardi 8 décembre avant 13 heures 30", "mar. 8 déc. avant 13h30", "Tuesday, December 8 before 1:30 p.m.", "Tue Dec 8 before 1:30 pm")]
    [InlineData("to", "Les Îles-de-la-Madeleine", "aux Îles-de-la-Madeleine", "aux Îles-de-la-Madeleine", "Les Îles-de-la-Madeleine", "Les Îles-de-la-Madeleine")]
    [InlineData("to", "Gaspé", "à Gaspé", "à Gaspé", "Gaspé", "Gaspé")]
    [InlineData("of", "Escuminac", "d'Escuminac", "d'Escuminac", "Escuminac", "Escuminac")]
    [InlineData("of", "Le Bic", "du Bic", "du Bic", "Le Bic", "Le Bic")]
    [InlineData("phone", "+14185550137", "4 1 8, 5 5 5, 0 1 3 7", "418-555-0137", "4 1 8, 5 5 5, 0 1 3 7", "418-555-0137")]
    [InlineData("digits", "472", "4, 7, 2", "472", "4, 7, 2", "472")]
    [InlineData("distance", "12.4", "12 kilomètres", "12 km", "12 kilometres", "12 km")]
    [InlineData("money", "12.5", "12 dollars et 50 cents", "12,50 $", "12 dollars and 50 cents", "$12.50")]
    [InlineData("money", "0", "gratuit", "gratuit", "free", "free")]
    [InlineData("count:place:places", "1", "1 place", "1 place", "1 place", "1 place")]
    [InlineData("count:place:places", "0", "0 place", "0 place", "0 places", "0 places")]
    public void A_value_is_said_and_written_in_both_languages(string format, string value, string saidFr, string writtenFr, string saidEn, string writtenEn) =>
        Assert.Equal(
            (saidFr, writtenFr, saidEn, writtenEn),
            (Format(format, value, "fr", Channel.Voice), Format(format, value, "fr", Channel.Sms), Format(format, value, "en", Channel.Voice), Format(format, value, "en", Channel.Sms)));

    [Theory]
    [InlineData("date", "demain")]
    [InlineData("time", "midi")]
    [InlineData("when", "bientôt")]
    [InlineData("before", "bientôt")]
    [InlineData("distance", "loin")]
    [InlineData("money", "cher")]
    [InlineData("count:place:places", "plusieurs")]
    [InlineData("count:place", "3")]
    [InlineData("nothing", "3")]
    public void A_value_that_does_not_fit_is_given_as_it_is(string format, string value) => Assert.Equal(value, Format(format, value, "fr", Channel.Voice));

    [Fact]
    public void No_value_gives_nothing_in_any_format()
    {
        foreach (var format in ValueFormats.Names)
            foreach (var language in Languages.All)
                foreach (var channel in Enum.GetValues<Channel>())
                    Assert.Equal("", Format(format, "", language, channel));
    }

    [Fact]
    public void The_machine_s_own_culture_changes_nothing()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "fr-CA", "de-DE", "ar-SA", "th-TH" })
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(name);
                A_value_is_said_and_written_in_both_languages("date", "2026-12-01", "mardi 1er décembre", "mar. 1er déc.", "Tuesday, December 1", "Tue Dec 1");
                A_value_is_said_and_written_in_both_languages("money", "12.5", "12 dollars et 50 cents", "12,50 $", "12 dollars and 50 cents", "$12.50");
                A_value_is_said_and_written_in_both_languages("distance", "12.4", "12 kilomètres", "12 km", "12 kilometres", "12 km");
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Format(string format, string value, string language, Channel channel)
    {
        var words = format.Split(':');
        return ValueFormats.Format(new ValuePart("x", words[0], [.. words.Skip(1)]), value, language, channel, new DateOnly(2026, 11, 24));
    }
}
