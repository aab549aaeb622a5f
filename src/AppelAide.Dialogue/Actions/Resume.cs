using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Goes on with the cut-off conversation where it stopped.</summary>
public sealed record Resume : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => When is null;

    internal override void Execute(DialogueRun run) => run.ResumeEarlier();
}
