using System.Globalization;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Voice;

/// <summary>A webhook's form → what was heard. Pure; malformed values are taken as absent.</summary>
internal static class VoiceReader
{
    private const int LongestSpeech = 500;
    private const int MostKeys = 64;

    /// <summary>What was heard since the last turn; silence when the form tells of nothing.</summary>
    public static CallerInput Read(IFormCollection form)
    {
        if (form.TryGetValue("DialCallStatus", out var dial))
            return DialEnded(FormText.One(dial), FormText.Seconds(form["DialCallDuration"]));

        var recording = FormText.Sid(form["RecordingSid"]);
        var keys = Keys(FormText.One(form["Digits"]));
        if (recording.Length > 0)
            return new RecordingInput(recording, FormText.Seconds(form["RecordingDuration"]), keys);
        if (keys.Length > 0)
            return new DigitsInput(keys);
        // The key that ends a string of keys, pressed alone, is not among the digits.
        if (FormText.One(form["FinishedOnKey"]) == "#")
            return new DigitsInput("#");

        var words = FormText.Words(form["SpeechResult"], LongestSpeech);
        return words.Length > 0 ? new SpeechInput(words, Confidence(FormText.One(form["Confidence"]))) : new SilenceInput();
    }

    /// <summary>
    /// The call itself: which, with whom, and where it stands. Of a call that the line made, the other party is the one that it goes to.
    /// See https://www.twilio.com/docs/voice/twiml#request-parameters.
    /// </summary>
    public static IncomingCall ReadCall(IFormCollection form) =>
        ReadCall(form, isOutgoing: FormText.One(form["Direction"]).StartsWith("outbound", StringComparison.Ordinal));

    /// <inheritdoc cref="ReadCall(IFormCollection)"/>
    public static IncomingCall ReadCall(IFormCollection form, bool isOutgoing) => new(
        FormText.Sid(form["CallSid"]),
        CallerNumber.Read(form[isOutgoing ? "To" : "From"]),
        FormText.Words(form["CallStatus"], 32),
        FormText.Seconds(form["CallDuration"]));

    /// <summary>
    /// Whether an answering machine or a fax took the call. Who cannot be told is taken for a person: better to offer choices to a machine than to
    /// hang up on somebody. See https://www.twilio.com/docs/voice/answering-machine-detection.
    /// </summary>
    public static bool IsMachine(IFormCollection form) =>
        FormText.One(form["AnsweredBy"]) is var answered && (answered.StartsWith("machine", StringComparison.Ordinal) || answered == "fax");

    private static DialEndedInput DialEnded(string status, int seconds)
    {
        var answered = status is "completed" or "answered" && seconds > 0;
        return new DialEndedInput(answered, answered ? seconds : 0);
    }

    /// <summary>Only what a telephone's keys can give; <c>hangup</c>, which ends a recording, is not a key.</summary>
    private static string Keys(string digits) =>
        digits == "hangup" ? "" : string.Concat(digits.Where(key => char.IsAsciiDigit(key) || key is '*' or '#').Take(MostKeys));

    private static double Confidence(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && double.IsFinite(confidence)
            ? Math.Clamp(confidence, 0, 1)
            : 0;
}
