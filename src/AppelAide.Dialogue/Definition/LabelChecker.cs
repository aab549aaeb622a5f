using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Definition;

/// <summary>Checks that a dialogue and each of its nodes have a name that staff can read. The line would run without; its call log and its figures would not be understood.</summary>
public static class LabelChecker
{
    /// <summary>What a box of the figures' drawings and a line of the call log have room for.</summary>
    private const int Longest = 40;

    /// <summary>Checks the labels of all dialogues.</summary>
    public static ImmutableArray<DialogueIssue> Check(Script script) =>
    [
        .. script.Dialogues.Values.SelectMany(CheckDialogue)
            .Concat(CheckWords([.. script.Dialogues.Values.Where(dialogue => dialogue.Label is not null).Select(dialogue => (dialogue.Name, dialogue.Label!))]))
            .OrderBy(issue => issue.File, StringComparer.Ordinal).ThenBy(issue => issue.Line),
    ];

    private static IEnumerable<DialogueIssue> CheckDialogue(Dialogue dialogue)
    {
        if (dialogue.Label is null) yield return Issue(dialogue.Source, dialogue.Name, "\"label\" is missing: the dialogue's name for staff");
        foreach (var node in dialogue.Nodes.Values.Where(node => !dialogue.NodeLabels.ContainsKey(node.Name)))
            yield return Issue(node.Source, $"{dialogue.Name}.{node.Name}", "the node has no label: give it a name for staff under \"labels\"");
        foreach (var (name, label) in dialogue.NodeLabels.Where(entry => !dialogue.Nodes.ContainsKey(entry.Key)))
            yield return Issue(label.Source, $"{dialogue.Name}.{name}", $"a label of no node: there is no node \"{name}\"");
        foreach (var issue in CheckWords([.. dialogue.NodeLabels.Select(entry => ($"{dialogue.Name}.{entry.Key}", entry.Value))])) yield return issue;
    }

    /// <summary>Labels that are read beside each other: each says something, and not what another says.</summary>
    private static IEnumerable<DialogueIssue> CheckWords(IReadOnlyCollection<(string Name, Label Label)> labels)
    {
        var first = new Dictionary<(string Language, string Folded), string>();
        foreach (var (name, label) in labels.OrderBy(entry => entry.Label.Source.File, StringComparer.Ordinal).ThenBy(entry => entry.Label.Source.Line))
        {
            foreach (var (language, words) in label.Words.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                var folded = TextFolding.Fold(words);
                if (folded.Length == 0) yield return Issue(label.Source, name, $"the label is empty in \"{language}\"");
                else if (!first.TryAdd((language, folded), name)) yield return Issue(label.Source, name, $"\"{words}\" is the label of \"{first[(language, folded)]}\" already");
                if (words.Length > Longest) yield return Issue(label.Source, name, $"the label has {words.Length} characters in \"{language}\"; at most {Longest}");
            }
        }
    }

    private static DialogueIssue Issue(SourceLine source, string name, string message) => new(source.File, source.Line, name, message);
}
