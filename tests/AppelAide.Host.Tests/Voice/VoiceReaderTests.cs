using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Tests.Twilio;
using AppelAide.Host.Voice;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Tests.Voice;

public sealed class VoiceReaderTests
{
    [Theory]
    [InlineData("1", "", "1")]
    [InlineData("0", "#", "0")]
    [InlineData("7264", "#", "7264")]
    [InlineData("*", "", "*")]
    [InlineData("#", "", "#")]
    [InlineData("", "#", "#")]
    [InlineData(" 4 2 x", "", "42")]
    public void Keys_are_digits_and_the_ending_key_alone_is_itself(string digits, string finishedOn, string heard) =>
        Assert.Equal(new DigitsInput(heard), VoiceReader.Read(Forms.Of(("Digits", digits), ("FinishedOnKey", finishedOn))));

    [Fact]
    public void Nothing_is_silence()
    {
        Assert.Equal(new SilenceInput(), VoiceReader.Read(FormCollection.Empty));
        Assert.Equal(new SilenceInput(), VoiceReader.Read(Forms.Of(("Digits", ""), ("SpeechResult", " \n"), ("FinishedOnKey", ""))));
        Assert.Equal(new SilenceInput(), VoiceReader.Read(Forms.Of(("Digits", "timeout"), ("Confidence", "0.9"))));
    }

    [Theory]
    [InlineData("une formation", "0.92", "une formation", 0.92)]
    [InlineData("  à \t Gaspé.\r\n", "1", "à Gaspé.", 1)]
    [InlineData("a\u0000b\u0007c\u009F", "0.5", "abc", 0.5)]
    [InlineData("oui", "", "oui", 0)]
    [InlineData("oui", "0,5", "oui", 0)]
    [InlineData("oui", "NaN", "oui", 0)]
    [InlineData("oui", "1e999", "oui", 0)]
    [InlineData("oui", "7", "oui", 1)]
    [InlineData("oui", "-3", "oui", 0)]
    public void Words_are_cleaned_and_their_confidence_kept_between_0_and_1(string result, string confidence, string text, double heard) =>
        Assert.Equal(new SpeechInput(text, heard), VoiceReader.Read(Forms.Of(("SpeechResult", result), ("Confidence", confidence))));

    [Fact]
    public void Words_stop_at_500_characters_and_never_inside_one()
    {
        var speech = Assert.IsType<SpeechInput>(VoiceReader.Read(Forms.Of(("SpeechResult", new string('a', 499) + "😀" + new string('b', 500)))));
        Assert.Equal(new string('a', 499), speech.Text);
    }

    [Fact]
    public void Keys_win_over_words_because_they_were_meant() =>
        Assert.Equal(new DigitsInput("2"), VoiceReader.Read(Forms.Of(("Digits", "2"), ("SpeechResult", "bruit"), ("Confidence", "0.9"))));

    [Theory]
    [InlineData("completed", "95", true, 95)]
    [InlineData("answered", "3", true, 3)]
    [InlineData("completed", "0", false, 0)]
    [InlineData("completed", "", false, 0)]
    [InlineData("completed", "-4", false, 0)]
    [InlineData("no-answer", "12", false, 0)]
    [InlineData("busy", "0", false, 0)]
    [InlineData("failed", "x", false, 0)]
    [InlineData("", "9", false, 0)]
    public void A_transfer_was_answered_only_when_somebody_spoke(string status, string seconds, bool answered, int spoken) =>
        Assert.Equal(
            new DialEndedInput(answered, spoken),
            VoiceReader.Read(Forms.Of(("DialCallStatus", status), ("DialCallDuration", seconds), ("Digits", "5"))));

    [Theory]
    [InlineData("24", "#", 24, "#")]
    [InlineData("24", "hangup", 24, "")]
    [InlineData("99999999999", "", 0, "")]
    [InlineData("2.5", "*", 0, "*")]
    public void A_recording_comes_with_its_length_and_the_key_that_ended_it(string seconds, string digits, int length, string key) =>
        Assert.Equal(
            new RecordingInput("RE0123456789abcdef0123456789abcdef", length, key),
            VoiceReader.Read(Forms.Of(("RecordingSid", "RE0123456789abcdef0123456789abcdef"), ("RecordingDuration", seconds), ("Digits", digits))));

    [Fact]
    public void A_recording_whose_name_is_not_one_is_none() =>
        Assert.Equal(new SilenceInput(), VoiceReader.Read(Forms.Of(("RecordingSid", "../../etc"), ("Digits", "hangup"))));

    [Fact]
    public void A_field_that_comes_twice_is_read_once() =>
        Assert.Equal(new DigitsInput("1"), VoiceReader.Read(Forms.Of(("Digits", "1"), ("Digits", "2"))));

    [Fact]
    public void A_field_without_any_value_is_silence() =>
        Assert.Equal(new SilenceInput(), VoiceReader.Read(new FormCollection(new() { ["Digits"] = StringValues.Empty, ["SpeechResult"] = new StringValues([null]) })));

    [Theory]
    [InlineData("+14185550137", "+14185550137")]
    [InlineData(" +14185550137 ", "+14185550137")]
    [InlineData("+266696687", "")]
    [InlineData("+7378742833", "")]
    [InlineData("anonymous", "")]
    [InlineData("client:marie", "")]
    [InlineData("sip:marie@example.org", "")]
    [InlineData("4185550137", "")]
    [InlineData("+04185550137", "")]
    [InlineData("+1418555013٧", "")]
    [InlineData("12345", "")]
    [InlineData("", "")]
    public void Who_hides_their_number_is_nobody_in_particular(string from, string number) =>
        Assert.Equal(number, VoiceReader.ReadCall(Forms.Of(("From", from))).From);

    [Fact]
    public void A_call_tells_its_name_and_its_state_and_its_text_tells_no_number()
    {
        var call = VoiceReader.ReadCall(Forms.Of(("CallSid", "CA1"), ("From", "+14185550137"), ("CallStatus", "completed"), ("CallDuration", "61")));
        Assert.Equal(new IncomingCall("CA1", "+14185550137", "completed", 61), call);
        Assert.DoesNotContain("0137", call.ToString(), StringComparison.Ordinal);
    }
}
