using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Sms;
using AppelAide.Host.Tests.Twilio;
using Microsoft.AspNetCore.Http;

namespace AppelAide.Host.Tests.Sms;

public sealed class SmsReaderTests
{
    [Theory]
    [InlineData("formasion gaspe", "formasion gaspe")]
    [InlineData("  Arrêt !\r\n\r\nMerci \u0007", "Arrêt ! Merci")]
    [InlineData("jai faim 😢", "jai faim 😢")]
    [InlineData("", "")]
    public void The_words_are_cleaned(string body, string text) => Assert.Equal(new TextInput(text), SmsReader.Read(Forms.Of(("Body", body))));

    [Fact]
    public void A_picture_alone_is_an_empty_text() => Assert.Equal(new TextInput(""), SmsReader.Read(FormCollection.Empty));

    [Fact]
    public void A_very_long_text_is_cut() => Assert.Equal(1600, SmsReader.Read(Forms.Of(("Body", new string('é', 100_000)))).Text.Length);

    [Fact]
    public void A_text_tells_who_and_whether_the_provider_has_answered_already()
    {
        var text = SmsReader.ReadText(Forms.Of(("MessageSid", "SM1"), ("From", "+14185550137"), ("OptOutType", "STOP")));
        Assert.Equal(new IncomingText("SM1", "+14185550137", "STOP"), text);
        Assert.DoesNotContain("0137", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(new IncomingText("", "", ""), SmsReader.ReadText(Forms.Of(("MessageSid", "<x>"), ("From", "12345"), ("OptOutType", "x"))));
    }
}
