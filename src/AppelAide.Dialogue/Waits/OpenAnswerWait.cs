using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Waits;

/// <summary>The citizen speaks freely and is recorded; by text, writes freely.</summary>
/// <param name="Purpose"><c>answer</c> or <c>voicemail</c>.</param>
/// <param name="MaxSeconds">The longest recording, in seconds.</param>
/// <param name="As">The prefix of the variables that take it: <c>.recording</c>, <c>.seconds</c>, <c>.text</c>.</param>
/// <param name="Target">Where the answer leads.</param>
public sealed record OpenAnswerWait(string Purpose, int MaxSeconds, string As, string Target) : Wait
{
    /// <summary>The shortest recording that counts as an answer, in seconds.</summary>
    private const int ShortestSeconds = 1;

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => [$"{As}.recording", $"{As}.seconds", $"{As}.text"];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => Exhausted.Length > 0 ? [Target, Exhausted] : [Target];

    internal override bool TakesAnyWords => true;

    internal override Expectation Present(DialogueRun run, bool patient) => new RecordExpectation(MaxSeconds, Purpose);

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        var (recording, seconds, text) = input switch
        {
            RecordingInput { RecordingSid: { Length: > 0 } sid, Seconds: >= ShortestSeconds } recorded => (sid, recorded.Seconds, ""),
            TextInput message when message.Text.Trim().Length > 0 => ("", 0, run.Bounded(message.Text.Trim())),
            SpeechInput speech when speech.Text.Trim().Length > 0 => ("", 0, run.Bounded(speech.Text.Trim())),
            _ => ("", 0, ""),
        };
        if (recording.Length + text.Length == 0) return false;
        run.Understand(Intents.Answer, null, null, 1);
        run.Leave();
        run.Set($"{As}.recording", recording);
        run.Set($"{As}.seconds", seconds > 0 ? DialogueRun.Text(seconds) : "");
        run.Set($"{As}.text", text);
        run.GoTo(Target);
        return true;
    }
}
