using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;

namespace AppelAide.Dialogue.Actions;

/// <summary>Writes an outcome in the call log.</summary>
public sealed record MarkOutcome(string Outcome) : Step
{
    internal override void Execute(DialogueRun run) => run.Record(new OutcomeReached(Outcome));
}

/// <summary>Says for the call log that what was heard, first taken for nothing known, was this intent after all.</summary>
public sealed record MarkIntent(string Intent) : Step
{
    internal override void Execute(DialogueRun run) => run.Reunderstand(Intent);
}
