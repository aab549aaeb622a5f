using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>What was heard means nothing after all: the question that heard it (its <c>other</c> way led here) is put again.</summary>
public sealed record NotUnderstood : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => When is null;

    internal override void Execute(DialogueRun run) => run.MissAfterAll();
}
