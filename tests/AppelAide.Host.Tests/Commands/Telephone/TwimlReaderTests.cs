using AppelAide.Dialogue.Engine;
using AppelAide.Host.Commands.Telephone;
using AppelAide.Host.Tests.Voice;
using AppelAide.Host.Voice;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>A telephone in the terminal obeys TwiML as the provider does.</summary>
public sealed class TwimlReaderTests
{
    [Theory]
    [InlineData("<Say language=\"fr-CA\">Bonjour.</Say>", "fr:Bonjour.:0")]
    [InlineData("<Say>Hello.</Say>", "en:Hello.:0")]
    [InlineData("<Say language=\"fr-CA\">Un. <break time=\"400ms\"/> Deux.</Say>", "fr:Un.:0.4 fr:Deux.:0")]
    [InlineData("<Say language=\"fr-CA\">Un.<break time=\"1.5s\"/></Say>", "fr:Un.:1.5")]
    [InlineData("<Say language=\"fr-CA\">Un.<break time=\"1s\"/><break/></Say>", "fr:Un.:1.5")]
    [InlineData("<Say language=\"fr-CA\"><prosody rate=\"85%\">Un <emphasis>vrai</emphasis> <say-as interpret-as=\"digits\">12</say-as>.</prosody></Say>", "fr:Un vrai 12.:0")]
    [InlineData("<Say language=\"fr-CA\">\n  Deux\n  lignes &amp; « plus »\n</Say>", "fr:Deux lignes & « plus »:0")]
    [InlineData("<Say language=\"fr-CA\"> </Say>", "")]
    public void Words_and_pauses_are_heard(string verb, string heard)
    {
        var say = Assert.IsType<SayVerb>(Assert.Single(TwimlReader.Read($"<Response>{verb}</Response>")));
        Assert.Equal(heard, string.Join(' ', say.Said.Select(words => FormattableString.Invariant($"{words.Language}:{words.Text}:{words.PauseAfter}"))));
        Assert.Equal(verb.Contains("prosody", StringComparison.Ordinal), say.Slow);
    }

    [Fact]
    public void A_gather_tells_what_is_listened_for()
    {
        var gather = Assert.IsType<WaitVerb>(Assert.Single(TwimlReader.Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Gather input="dtmf speech" action="/next?t=1" timeout="15" speechTimeout="2" numDigits="1" language="fr-CA" actionOnEmptyResult="true"
              ><Say language="fr-CA">Oui?</Say><Pause length="2"/></Gather></Response>
            """)));
        var then = Assert.IsType<GatherExpectation>(gather.Then);
        Assert.Equal((1, 15, 2.0), (then.MaxDigits, then.TimeoutSeconds, then.SpeechTimeoutSeconds));
        Assert.Equal(("/next?t=1", "fr", true), (gather.Action, gather.Language, gather.PostsSilence));
        Assert.Equal(new Utterance("fr", "Oui?", 2), Assert.Single(gather.Said));
    }

    [Fact]
    public void Attributes_left_out_mean_the_providers_own_defaults()
    {
        var gather = Assert.IsType<WaitVerb>(Assert.Single(TwimlReader.Read("<Response><Gather/></Response>")));
        var then = Assert.IsType<GatherExpectation>(gather.Then);
        Assert.Equal((null, 5), (then.MaxDigits, then.TimeoutSeconds));
        Assert.Equal(("", false), (gather.Action, gather.PostsSilence));
    }

    [Fact]
    public void Verbs_are_obeyed_in_order()
    {
        var verbs = TwimlReader.Read(
            "<Response><Record action=\"/r\" maxLength=\"90\"/><Redirect> /again </Redirect><Dial action=\"/d\" timeout=\"25\"><Number>+15815550111</Number></Dial><Hangup/></Response>");
        Assert.Equal(90, Assert.IsType<RecordExpectation>(Assert.IsType<WaitVerb>(verbs[0]).Then).MaxSeconds);
        Assert.Equal("/again", Assert.IsType<RedirectVerb>(verbs[1]).Url);
        Assert.Equal(new DialExpectation("+15815550111", 25), Assert.IsType<WaitVerb>(verbs[2]).Then);
        Assert.IsType<HangupVerb>(verbs[3]);
    }

    [Theory]
    [InlineData("<Response><Message>Allo!</Message></Response>", "Allo!")]
    [InlineData("<Response><Message><Body>Allo!</Body></Message></Response>", "Allo!")]
    public void A_message_is_read(string document, string body) =>
        Assert.Equal(new MessageVerb(body), Assert.Single(TwimlReader.Read(document)));

    [Theory]
    [InlineData("")]
    [InlineData("Bad gateway")]
    [InlineData("<html></html>")]
    [InlineData("<Response><Play>ring.mp3</Play></Response>")]
    [InlineData("<Response><Gather><Record/></Gather></Response>")]
    [InlineData("<Response><Gather timeout=\"soon\"/></Response>")]
    [InlineData("<Response><Say>A<break time=\"a while\"/></Say></Response>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Response><Say>&a;</Say></Response>")]
    public void What_is_not_TwiML_is_said_to_be_so(string document) =>
        Assert.Throws<FormatException>(() => TwimlReader.Read(document));

    [Fact]
    public void What_the_line_renders_comes_out_as_it_was_said()
    {
        Utterance[] said = [new("fr", "Bonjour <vous> & moi.", 0.4), new("en", "For English, press 9.", 0.6), new("fr", "Ou dites-le.")];
        var document = System.Text.Encoding.UTF8.GetString(new VoiceRenderer(new VoiceOptions()).Render(Turns.Of(Turns.Menu, said), Turns.Action));
        var heard = Assert.IsType<WaitVerb>(Assert.Single(TwimlReader.Read(document)));
        Assert.Equal(said, heard.Said);
        Assert.Equal(Turns.Action, heard.Action);
        Assert.Equal("fr", heard.Language);
        Assert.False(heard.Slow);
    }
}
