using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Goes back to the dialogue that called this one; to the start of the line when none did.</summary>
public sealed record Return : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => When is null;

    internal override void Execute(DialogueRun run) => run.Return();
}
