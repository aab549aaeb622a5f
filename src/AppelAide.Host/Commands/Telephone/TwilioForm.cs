using System.Globalization;
using AppelAide.Dialogue.Inputs;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>The form that the provider would post: the webhook's readers make of it what they make of a real one.</summary>
internal static class TwilioForm
{
    /// <summary>The fields that tell what was heard; none for a silence.</summary>
    public static Dictionary<string, StringValues> Of(CallerInput input) => input switch
    {
        // The key that ends a string of keys, pressed alone, is not among the digits.
        DigitsInput { Digits: "#" } => new() { ["Digits"] = "", ["FinishedOnKey"] = "#" },
        DigitsInput keys => new() { ["Digits"] = keys.Digits },
        SpeechInput speech => new()
        {
            ["SpeechResult"] = speech.Text,
            ["Confidence"] = speech.Confidence.ToString(CultureInfo.InvariantCulture),
        },
        RecordingInput { RecordingSid: { } sid } recording => new()
        {
            ["RecordingSid"] = sid,
            ["RecordingUrl"] = $"https://api.twilio.com/2010-04-01/Accounts/{NoAccount}/Recordings/{sid}",
            ["RecordingDuration"] = recording.Seconds.ToString(CultureInfo.InvariantCulture),
            ["Digits"] = recording.Digits,
        },
        DialEndedInput { Answered: true } dial => new()
        {
            ["DialCallStatus"] = "completed",
            ["DialCallDuration"] = dial.Seconds.ToString(CultureInfo.InvariantCulture),
        },
        DialEndedInput => new() { ["DialCallStatus"] = "no-answer" },
        TextInput text => new() { ["Body"] = text.Text },
        _ => [],
    };

    /// <summary>An account that is nobody's.</summary>
    public static string NoAccount { get; } = "AC" + new string('0', 32);
}
