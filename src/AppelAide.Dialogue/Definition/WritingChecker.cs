using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>
/// Checks the dialogue that writes messages (<see cref="LineDefinition.Writes"/>). Nobody is there when a message is written: nothing can be asked
/// of a citizen, nothing done for one, and there is no conversation to lead elsewhere or to come back to.
/// </summary>
internal static class WritingChecker
{
    private const string Rule = "a message is written with say, set, go, lookup, text and end alone";

    /// <summary>What the host may enter: every node of the dialogue, by its whole name.</summary>
    public static IEnumerable<string> Roots(Script script) =>
        script.Dialogues.TryGetValue(script.Line.Writes, out var dialogue) ? dialogue.Nodes.Keys.Select(node => $"{dialogue.Name}.{node}") : [];

    public static IEnumerable<DialogueIssue> Check(Script script)
    {
        var line = script.Line;
        if (line.Writes.Length == 0) yield break;
        if (!script.Dialogues.TryGetValue(line.Writes, out var dialogue))
        {
            yield return new DialogueIssue(line.Source.File, line.Source.Line, "line", $"\"writes\": there is no dialogue \"{line.Writes}\"");
            yield break;
        }

        foreach (var node in dialogue.Nodes.Values)
            foreach (var step in node.Steps)
                if (Defect(script, dialogue, step) is { Length: > 0 } defect)
                    yield return new DialogueIssue(step.Source.File, step.Source.Line, $"{dialogue.Name}.{node.Name}", defect);
    }

    private static string Defect(Script script, Dialogue dialogue, Step step) => step switch
    {
        Wait => $"nobody is there to answer when a message is written: {Rule}",
        Ask { Kind: QuestionKind.Command } => $"nothing is done when a message is written: {Rule}",
        Go { Target: var target } when script.Find(target, dialogue.Name) is { } found && found.Dialogue != dialogue => $"\"{target}\" is another dialogue: {Rule}",
        Say or SetVariables or Go or Ask or SendText or End => "",
        _ => Rule,
    };
}
