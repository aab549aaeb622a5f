using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Waits;

/// <summary>The citizen names a place: says it, texts it, or types its first letters and <c>#</c>.</summary>
/// <param name="Target">Where the answer leads.</param>
public sealed record PlaceWait(string Target) : Wait
{
    /// <summary>The variable that holds the words.</summary>
    public const string HeardText = "heard.text";

    /// <summary>The variable that holds the keys.</summary>
    public const string HeardKeys = "heard.keys";

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => [HeardText, HeardKeys];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => Exhausted.Length > 0 ? [Target, Exhausted] : [Target];

    internal override Expectation Present(DialogueRun run, bool patient) =>
        new GatherExpectation(null, Seconds(run, patient), 1, run.Hints("places"));

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        var (text, keys, confidence) = input switch
        {
            DigitsInput digits when digits.Digits.All(char.IsAsciiDigit) => ("", digits.Digits, 1.0),
            SpeechInput speech when run.Folded(speech.Text).Length > 0 => (speech.Text, "", speech.Confidence),
            TextInput message when run.Folded(message.Text).Length > 0 => (message.Text, "", 1.0),
            _ => ("", "", 0.0),
        };
        if (text.Length + keys.Length == 0) return false;
        run.Understand(Intents.Answer, null, null, confidence);
        run.Leave();
        run.Set(HeardText, run.Folded(text));
        run.Set(HeardKeys, run.Bounded(keys));
        run.GoTo(Target);
        return true;
    }
}
