using System.Text;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;

namespace AppelAide.Host.Console.Figures;

/// <summary>The words that people hear at a node.</summary>
internal sealed class NodeWords(Script script, string language)
{
    private const int Longest = 110;

    /// <summary>What is said there, shortened; empty where nothing is. A node that these scripts do not have any more has its written name alone.</summary>
    public string Said(string node)
    {
        if (script.Find(node, "") is not { } found) return node;
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
