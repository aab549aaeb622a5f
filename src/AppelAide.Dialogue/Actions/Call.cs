using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Holds another dialogue, then goes on with the next step.</summary>
public sealed record Call(string Target) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Targets => [Target];

    internal override void Execute(DialogueRun run) => run.Call(Target);
}
