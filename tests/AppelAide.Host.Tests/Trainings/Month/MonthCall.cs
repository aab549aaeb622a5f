using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>A call under way.</summary>
internal sealed class MonthCall(MonthLine line, string sid, TurnReply first)
{
    private TurnReply last = first;

    /// <summary>All that was said and done, for who reads of a surprise.</summary>
    public List<string> Transcript { get; } = [first.Text];

    public string Text => last.Text;

    public bool IsOver => last.Turn.Expectation is EndExpectation;

    public Task<string> PressAsync(string keys) => HearAsync(keys, new DigitsInput(keys));

    public Task<string> SayAsync(string words) => HearAsync($"\"{words}\"", new SpeechInput(words, 0.9));

    public Task HangUpAsync() => line.HangUpAsync(sid);

    private async Task<string> HearAsync(string shown, CallerInput input)
    {
        last = await line.GoOnAsync(last, sid, input);
        Transcript.Add($"> {shown}");
        Transcript.Add(last.Text);
        return last.Text;
    }
}
