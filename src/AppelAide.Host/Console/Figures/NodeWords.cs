using System.Text;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;

namespace AppelAide.Host.Console.Figures;

/// <summary>What staff read for a node: its name without hyphens, and the words that people hear there.</summary>
internal sealed class NodeWords(Script script, string language)
{
    private const int Longest = 110;

    /// <summary>The dialogue of a node's whole name.</summary>
    public static string DialogueOf(string node) => node.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? node[..dot] : node;

    /// <summary>The name of a node within its dialogue: "presenter-ferme" is "presenter ferme".</summary>
    public static string Title(string node) => node[(node.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' ');

    /// <summary>What is said there, shortened; empty where nothing is, or when these scripts do not have the node any more.</summary>
    public string Said(string node)
    {
        if (script.Find(node, "") is not { } found) return "";
        var said = new StringBuilder();
        foreach (var id in found.Node.Steps.SelectMany(step => step.Prompts))
        {
            var prompt = script.Prompts.GetValueOrDefault(id);
            var text = prompt?.For(language, Channel.Voice) is { IsEmpty: false } voice ? voice : prompt?.For(language, Channel.Sms);
            if (text is null) continue;
            if (said.Length > 0) said.Append(' ');
            Append(said, text.Parts);
            if (said.Length > Longest) break;
        }

        var words = string.Join(' ', said.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("….", "…", StringComparison.Ordinal);
        return words.Length <= Longest ? words : $"{words[..(words.LastIndexOf(' ', Longest) is > 0 and var space ? space : Longest)]}…";
    }

    private static void Append(StringBuilder said, IEnumerable<PromptPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case WordsPart words:
                    said.Append(words.Text);
                    break;
                case ValuePart:
                    said.Append('…');
                    break;
                case SectionPart { WhenEmpty: false } section:
                    Append(said, section.Parts);
                    break;
            }
        }
    }
}
