using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Waits;

/// <summary>The citizen gives a whole number: says it, texts it, or types it and <c>#</c>. A lone <c>0</c> is still a person: zero is typed <c>00</c>, or said.</summary>
/// <param name="As">The variable that takes it.</param>
/// <param name="Min">The least: a literal or <c>{variable}</c>; empty for 0.</param>
/// <param name="Max">The most; empty for 9999.</param>
/// <param name="Target">Where the answer leads.</param>
public sealed record NumberWait(string As, string Min, string Max, string Target) : Wait
{
    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => [LinePrompts.NumberRange];

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => [As, "wait.min", "wait.max"];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => Exhausted.Length > 0 ? [Target, Exhausted] : [Target];

    internal override bool TakesNine(DialogueRun run) => true;

    internal override Expectation Present(DialogueRun run, bool patient) =>
        new GatherExpectation(null, Seconds(run, patient), 2, []);

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        var (number, confidence) = input switch
        {
            DigitsInput digits => (Typed(digits.Digits), 1.0),
            SpeechInput speech => (SpokenNumber.Understand(run.Folded(speech.Text)), speech.Confidence),
            TextInput text => (SpokenNumber.Understand(run.Folded(text.Text)), 1.0),
            _ => (null, 0.0),
        };
        if (number is not { } value) return false;
        var (min, max) = (Bound(run, Min, 0), Bound(run, Max, 9999));
        if (value < min || value > max)
        {
            run.Set("wait.min", DialogueRun.Text(min));
            run.Set("wait.max", DialogueRun.Text(max));
            run.Understand(Intents.Answer, null, null, confidence);
            run.MissWith(LinePrompts.NumberRange);
            return true;
        }

        run.Understand(Intents.Answer, null, null, confidence);
        run.Leave();
        run.Set(As, DialogueRun.Text(value));
        run.GoTo(Target);
        return true;
    }

    private static int? Typed(string digits) =>
        digits.Length is > 0 and <= 6 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;

    private static int Bound(DialogueRun run, string bound, int otherwise)
    {
        var text = bound is ['{', .. var name, '}'] ? run.Value(name) : bound;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }
}
