using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Words;

/// <summary>Dialogues and their nodes by the names that the scripts give them for staff: one name on every page, written beside what it names.</summary>
internal static class StepWords
{
    /// <summary>The dialogue of a node's whole name.</summary>
    public static string DialogueOf(string node) => node.Split('.')[0];

    /// <summary>A dialogue; one that the scripts do not have any more is called as it was written.</summary>
    public static Bilingual Dialogue(Script script, string name) =>
        script.Dialogues.GetValueOrDefault(name)?.Label is { } label ? Of(label) : new(name.Replace('-', ' ').Replace('_', ' '), null);

    /// <summary>A node within its dialogue; one that the scripts do not have any more is called as the dialogue.</summary>
    /// <param name="script">The scripts.</param>
    /// <param name="node">As <c>dialogue.node</c>.</param>
    public static Bilingual Node(Script script, string node) => LabelOf(script, node) is { } label ? Of(label) : Dialogue(script, DialogueOf(node));

    /// <summary>A node anywhere: its dialogue, and itself.</summary>
    /// <inheritdoc cref="Node"/>
    public static Bilingual Step(Script script, string node)
    {
        var dialogue = Dialogue(script, DialogueOf(node));
        return LabelOf(script, node) is { } label ? new($"{dialogue.Fr} : {Of(label).Fr}", $"{dialogue.En}: {Of(label).En}") : dialogue;
    }

    /// <summary>The steps at which conversations wait, by dialogue: where they can be left.</summary>
    public static IEnumerable<(Bilingual Dialogue, IEnumerable<(string Node, Bilingual Name)> Steps)> All(Script script) => script.Dialogues.Values
        .Where(dialogue => dialogue.Name != script.Line.Writes)
        .Select(dialogue => (Dialogue(script, dialogue.Name), dialogue.Nodes.Values.Where(node => node.Wait is not null)
            .OrderBy(node => node.Source.Line).Select(node => ($"{dialogue.Name}.{node.Name}", Node(script, $"{dialogue.Name}.{node.Name}")))))
        .Where(group => group.Item2.Any())
        .OrderBy(group => group.Item1.Fr, StringComparer.InvariantCulture);

    private static Label? LabelOf(Script script, string node) => script.Find(node, "") is { } found ? found.Dialogue.NodeLabels.GetValueOrDefault(found.Node.Name) : null;

    private static Bilingual Of(Label label) => new(label.Words.GetValueOrDefault("fr"), label.Words.GetValueOrDefault("en"));
}
