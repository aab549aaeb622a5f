using System.Text;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>Draws a dialogue: its nodes, and the ways between them.</summary>
public static class DialogueGraph
{
    /// <summary>As a Mermaid flowchart; waits are rounded, other dialogues are double-edged.</summary>
    public static string Mermaid(Dialogue dialogue)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var node in dialogue.Nodes.Values.OrderBy(node => node.Source.Line))
            text.Append(node.Wait is null ? $"  {Id(node.Name)}[{node.Name}]\n" : $"  {Id(node.Name)}([{node.Name}])\n");
        foreach (var other in Edges(dialogue).Select(edge => edge.To).Where(to => !dialogue.Nodes.ContainsKey(to)).Distinct())
            text.Append($"  {Id(other)}[[{other}]]\n");
        foreach (var (from, to, label) in Edges(dialogue))
            text.Append(label.Length > 0 ? $"  {Id(from)} -->|{label}| {Id(to)}\n" : $"  {Id(from)} --> {Id(to)}\n");
        return text.ToString();
    }

    /// <summary>As a Graphviz digraph.</summary>
    public static string Dot(Dialogue dialogue)
    {
        var text = new StringBuilder($"digraph \"{dialogue.Name}\" {{\n  node [shape=box];\n");
        foreach (var node in dialogue.Nodes.Values.Where(node => node.Wait is not null).OrderBy(node => node.Source.Line))
            text.Append($"  \"{node.Name}\" [shape=oval];\n");
        foreach (var (from, to, label) in Edges(dialogue))
            text.Append($"  \"{from}\" -> \"{to}\" [label=\"{label}\"];\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>Every way from a node: where to, and by which key or guard.</summary>
    public static IEnumerable<(string From, string To, string Label)> Edges(Dialogue dialogue)
    {
        foreach (var node in dialogue.Nodes.Values.OrderBy(node => node.Source.Line))
        {
            foreach (var step in node.Steps)
            {
                if (step is ChoiceWait menu)
                {
                    foreach (var choice in menu.Choices) yield return (node.Name, choice.Target, choice.Key);
                    if (menu.Other.Length > 0) yield return (node.Name, menu.Other, "mots");
                    if (menu.Exhausted.Length > 0) yield return (node.Name, menu.Exhausted, "silence");
                }
                else
                {
                    foreach (var target in step.Targets.Distinct())
                        yield return (node.Name, target, step is Wait wait && wait.Exhausted == target ? "silence" : step.When is null ? "" : "si");
                }
            }
        }
    }

    private static string Id(string name) => name.Replace('-', '_').Replace('.', '_');
}
