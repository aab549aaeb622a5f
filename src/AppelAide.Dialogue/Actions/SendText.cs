using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>
/// Sends a prompt to the caller's telephone, through the outbox: its text version, or its spoken one by a call where no text can be received.
/// </summary>
public sealed record SendText(string PromptId) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => [PromptId];

    internal override void Execute(DialogueRun run) => run.SendText(PromptId);
}
