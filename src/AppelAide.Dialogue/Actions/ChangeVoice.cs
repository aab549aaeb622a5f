using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Changes the language of the conversation: <c>fr</c>, <c>en</c>, or <c>other</c> for the other one.</summary>
public sealed record ChangeLanguage(string Language) : Step
{
    internal override void Execute(DialogueRun run) =>
        run.Language = Language != "other" ? Language : run.Language == "fr" ? "en" : "fr";
}

/// <summary>Changes the speed of speech.</summary>
/// <param name="Slow">Slower, with more time to answer; or back to normal.</param>
public sealed record ChangeSpeed(bool Slow) : Step
{
    internal override void Execute(DialogueRun run) => run.Slow = Slow;
}
