using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Sends the text version of a prompt to the caller's telephone, through the outbox.</summary>
public sealed record SendText(string PromptId) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => [PromptId];

    internal override void Execute(DialogueRun run) => run.SendText(PromptId);
}
