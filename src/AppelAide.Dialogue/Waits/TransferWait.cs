using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Waits;

/// <summary>The citizen is connected to a telephone; the conversation goes on when that call ends.</summary>
/// <param name="Number">The variable that holds the number, E.164.</param>
/// <param name="Answered">Where the conversation goes on when a person answered.</param>
/// <param name="Missed">Where it goes on when nobody did.</param>
public sealed record TransferWait(string Number, string Answered, string Missed) : Wait
{
    /// <summary>How long it rings, in seconds.</summary>
    private const int RingSeconds = 25;

    /// <inheritdoc/>
    public override IEnumerable<string> Reads => base.Reads.Append(Number);

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => [Answered, Missed];

    internal override Expectation Present(DialogueRun run, bool patient) => new DialExpectation(run.Value(Number), RingSeconds);

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        // Whatever comes after a transfer that is not "answered" means that nobody spoke to the citizen.
        // It is no question: "#" does not come back to it, which would ring that person again.
        run.Settle();
        run.GoTo(input is DialEndedInput { Answered: true } ? Answered : Missed);
        return true;
    }
}
