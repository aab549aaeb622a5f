using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Goes to a node of this dialogue, or to another dialogue (then for good).</summary>
public sealed record Go(string Target) : Step
{
    /// <inheritdoc/>
    public override bool LeadsOn => When is null;

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => [Target];

    internal override void Execute(DialogueRun run) => run.GoTo(Target);
}
