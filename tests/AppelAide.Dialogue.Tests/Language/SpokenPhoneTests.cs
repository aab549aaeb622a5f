using AppelAide.Dialogue.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Language;

public class SpokenPhoneTests
{
    [Theory]
    [InlineData("4185550142")]
    [InlineData("14185550142")]
    [InlineData("418-555-0142")]
    [InlineData("+1 (418) 555-0142")]
    [InlineData("418.555.0142 poste 12")]
    [InlineData("mon numéro c'est le 418 555 01 42")]
    [InlineData("quatre un huit, cinq cinq cinq, zéro un quatre deux")]
    [InlineData("quatre cent dix-huit, cinq cent cinquante-cinq, zéro un quarante-deux")]
    [InlineData("quatre dix-huit, cinq cinquante-cinq, zéro un, quarante-deux")]
    [InlineData("quatre un huit triple cinq zéro un quatre deux")]
    [InlineData("un quatre un huit cinq cinq cinq zéro un quatre deux")]
    [InlineData("four one eight, five five five, oh one four two")]
    [InlineData("four eighteen five fifty-five o one forty two")]
    public void A_number_is_keyed_said_or_written(string words) => Assert.Equal("+14185550142", SpokenPhone.Understand(words));

    [Theory]
    [InlineData("quatre un huit cinq neuf un un deux trois quatre", "+14185911234")]
    [InlineData("quatre-vingt-un neuf, cinq six deux, vingt et un onze", "+18195622111")]
    public void Groups_are_read_as_they_are_said(string words, string phone) => Assert.Equal(phone, SpokenPhone.Understand(words));

    [Theory]
    [InlineData("")]
    [InlineData("5550142")]
    [InlineData("911")]
    [InlineData("0185550142")]
    [InlineData("1185550142")]
    [InlineData("4180550142")]
    [InlineData("4181550142")]
    [InlineData("9005550142")]
    [InlineData("4189110142")]
    [InlineData("9115550142")]
    [InlineData("5555555555")]
    [InlineData("418555014")]
    [InlineData("41855501422")]
    [InlineData("je ne sais pas")]
    [InlineData("aucun")]
    public void A_number_that_nobody_can_have_is_none(string words) => Assert.Null(SpokenPhone.Understand(words));

    [Theory]
    [MemberData(nameof(HostileText.Examples), MemberType = typeof(HostileText))]
    public void Hostile_text_never_throws(string text) => Holds(text);

    [Fact]
    public void Whatever_is_said_a_number_has_its_form() => Prop.ForAll(HostileText.Any, Holds).QuickCheckThrowOnFailure();

    private static void Holds(string text)
    {
        if (SpokenPhone.Understand(text) is { } phone) Assert.Matches(@"^\+1[2-9]\d\d[2-9]\d{6}$", phone);
        Assert.All(SpokenPhone.DigitsOf(text), digit => Assert.True(char.IsAsciiDigit(digit)));
    }
}
