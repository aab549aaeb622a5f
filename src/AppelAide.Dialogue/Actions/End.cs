using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Ends the conversation: the line hangs up.</summary>
public sealed record End : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => When is null;

    internal override void Execute(DialogueRun run) => run.End();
}
