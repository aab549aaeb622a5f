using AppelAide.Dialogue.Inputs;

namespace AppelAide.Host.Conversations;

/// <summary>How the call log names an input.</summary>
internal static class Heard
{
    /// <summary>Its kind and its words.</summary>
    public static (string Kind, string Text) Of(CallerInput? input) => input switch
    {
        null => ("arrival", ""),
        DigitsInput digits => ("digits", digits.Digits),
        SpeechInput speech => ("speech", speech.Text),
        TextInput text => ("text", text.Text),
        DialEndedInput dial => ("dialended", dial.Answered ? $"answered {dial.Seconds}" : "missed"),
        RecordingInput { RecordingSid: not null } recording => ("recording", $"{recording.Seconds}"),
        _ => ("silence", ""),
    };
}
