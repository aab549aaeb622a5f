using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Changes the language of the conversation: <c>fr</c>, <c>en</c>, or <c>other</c> for the other one.</summary>
public sealed record ChangeLanguage(string Language) : Step
{
    internal override void Execute(DialogueRun run) => run.Language = Language switch
    {
        "other" => run.Language == Languages.French ? Languages.English : Languages.French,
        _ when Languages.All.Contains(Language) => Language,
        _ => throw new ScriptDefectException($"{Language} is no language"),
    };
}

/// <summary>Changes the speed of speech.</summary>
/// <param name="Slow">Slower, with more time to answer; or back to normal.</param>
public sealed record ChangeSpeed(bool Slow) : Step
{
    internal override void Execute(DialogueRun run) => run.Slow = Slow;
}
