using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Waits;

/// <summary>Where the conversation waits for the citizen. Always a node's last step.</summary>
public abstract record Wait : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => true;

    /// <summary>Where too many silences and misses lead; empty for the line's own way out.</summary>
    public string Exhausted { get; init; } = "";

    /// <summary>How many times the question is put; 0 for as often as the line's.</summary>
    public int Tries { get; init; }

    /// <summary>Whether an answer in words may be anything, so that only a whole keyword counts as one.</summary>
    internal virtual bool TakesAnyWords => false;

    /// <summary>Whether the answer is somebody's name, which may be any keyword's word but danger's and STOP's.</summary>
    internal virtual bool TakesNames => false;

    /// <summary>Whether words are certainly an answer here, whatever else is named in them.</summary>
    internal virtual bool Claims(string text) => false;

    /// <summary>Whether it is put without a word (where a text conversation rests): there is nothing to say again, or to go back to.</summary>
    internal virtual bool IsBare => false;

    /// <summary>Whether <c>9</c> alone can be an answer here (a number being typed).</summary>
    internal virtual bool TakesNine(DialogueRun run) => false;

    /// <summary>Says the question's own words (the choices) and what the line then does.</summary>
    /// <param name="run">The turn being made.</param>
    /// <param name="patient">Whether this is a second try: more time.</param>
    internal abstract Expectation Present(DialogueRun run, bool patient);

    /// <summary>Takes an input that no line-wide key or keyword claimed.</summary>
    /// <returns>False when it means nothing here.</returns>
    internal abstract bool Accept(DialogueRun run, CallerInput input);

    internal sealed override void Execute(DialogueRun run) => run.WaitHere(this);

    private protected static int Seconds(DialogueRun run, bool patient) =>
        patient || run.Slow ? EngineLimits.PatientAnswerSeconds : EngineLimits.AnswerSeconds;
}
