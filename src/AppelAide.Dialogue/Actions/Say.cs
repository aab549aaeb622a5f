using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Says prompts, one after another.</summary>
public sealed record Say(ImmutableArray<string> PromptIds) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => PromptIds;

    internal override void Execute(DialogueRun run)
    {
        foreach (var id in PromptIds) run.Say(id);
    }
}
