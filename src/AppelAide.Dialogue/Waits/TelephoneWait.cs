using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Waits;

/// <summary>The citizen gives a telephone number, with its area code: keys it in, says it or texts it. A lone <c>0</c> is still a person.</summary>
/// <param name="As">The prefix of the variable that takes it: <c>.phone</c>, E.164.</param>
/// <param name="Target">Where the number leads.</param>
public sealed record TelephoneWait(string As, string Target) : Wait
{
    private const int Digits = 10;

    /// <summary>Silence that ends a number, in seconds: it is said in groups.</summary>
    private const double SpeechSeconds = 3;

    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => [LinePrompts.PhoneRange];

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => [$"{As}.phone"];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => Exhausted.Length > 0 ? [Target, Exhausted] : [Target];

    internal override bool TakesNine(DialogueRun run) => true;

    /// <summary>"Neuf un un" within a number is no cry for help.</summary>
    internal override bool Claims(string text) => SpokenPhone.Understand(text) is not null;

    internal override Expectation Present(DialogueRun run, bool patient) => new GatherExpectation(Digits, Seconds(run, patient), SpeechSeconds, []);

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        var (text, confidence) = input switch
        {
            DigitsInput digits => (digits.Digits, 1.0),
            SpeechInput speech => (run.Bounded(speech.Text), speech.Confidence),
            TextInput message => (run.Bounded(message.Text), 1.0),
            _ => ("", 0.0),
        };
        if (SpokenPhone.DigitsOf(text).Length == 0) return false;
        run.Understand(Intents.Answer, null, null, confidence);
        if (SpokenPhone.Understand(text) is not { } phone)
        {
            run.MissWith(LinePrompts.PhoneRange);
            return true;
        }

        run.Leave();
        run.Set($"{As}.phone", phone);
        run.GoTo(Target);
        return true;
    }
}
