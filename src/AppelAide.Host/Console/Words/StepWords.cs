using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Words;

/// <summary>
/// Steps of dialogues by names that staff know: the dialogue's, and the question that the citizen hears there. A script's own words are the best name of
/// its step, and change with it.
/// </summary>
internal static partial class StepWords
{
    private const int LongestQuestion = 70;

    private static readonly FrozenDictionary<string, Bilingual> Dialogues = new Dictionary<string, Bilingual>
    {
        ["accueil"] = new("Accueil", "Welcome"),
        ["aide"] = new("Trouver de l'aide", "Finding help"),
        ["abonnement"] = new("Cesser ou reprendre les messages", "Stopping or starting messages"),
        ["consultations"] = new("Donner son avis", "Giving an opinion"),
        ["ecrits"] = new("Messages de la ligne", "Messages from the line"),
        ["fiches"] = new("Fiches d'information", "Fact sheets"),
        ["fin"] = new("Fin de l'appel", "End of the call"),
        ["formations"] = new("Formations", "Trainings"),
        ["horaire"] = new("Heures d'ouverture", "Opening hours"),
        ["info"] = new("Qu'est-ce que ce numéro?", "What is this number?"),
        ["inscription"] = new("S'inscrire", "Signing up"),
        ["inscriptions"] = new("Ses inscriptions", "One's registrations"),
        ["langue"] = new("Langue", "Language"),
        ["lieu"] = new("Le lieu", "The place"),
        ["message"] = new("La ligne appelle", "The line calls"),
        ["nouvelles"] = new("Nouvelles", "News"),
        ["personne"] = new("Parler à une personne", "Talking to a person"),
        ["precisions"] = new("Précisions", "More about a place"),
        ["rappels"] = new("Répondre à un rappel", "Answering a reminder"),
        ["signalement"] = new("Signaler une erreur", "Reporting a mistake"),
        ["texto"] = new("Textos", "Texts"),
        ["urgence"] = new("Urgence", "Emergency"),
        ["vitesse"] = new("Vitesse de la voix", "Speed of the voice"),
    }.ToFrozenDictionary();

    /// <summary>A dialogue; one that staff wrote themselves is called by its own name.</summary>
    public static Bilingual Dialogue(string name) => Dialogues.TryGetValue(name, out var words) ? words : new(Spaced(name), Spaced(name));

    /// <summary>A step: its dialogue, and its question where it asks one.</summary>
    /// <param name="script">The scripts.</param>
    /// <param name="node">As <c>dialogue.node</c>.</param>
    public static Bilingual Step(Script script, string node)
    {
        var dialogue = Dialogue(node.Split('.')[0]);
        var question = Question(script, node);
        return question.Fr.Length == 0 ? dialogue : new($"{dialogue.Fr} : « {question.Fr} »", $"{dialogue.En}: “{question.En}”");
    }

    /// <summary>What is asked at a step; its own name when nothing is said there.</summary>
    public static Bilingual Question(Script script, string node)
    {
        if (script.Find(node, "") is not { } found) return new(Spaced(node[(node.IndexOf('.') + 1)..]), null);
        var prompt = found.Node.Steps.SelectMany(step => step.Prompts).Select(id => script.Prompts.GetValueOrDefault(id)).FirstOrDefault(prompt => prompt is not null && Text(prompt, "fr").Length > 0);
        return prompt is null ? new(Spaced(found.Node.Name), null) : new(Text(prompt, "fr"), Text(prompt, "en"));
    }

    /// <summary>The steps at which conversations wait, by dialogue: where they can be left.</summary>
    public static IEnumerable<(Bilingual Dialogue, IEnumerable<(string Node, Bilingual Question)> Steps)> All(Script script) => script.Dialogues.Values
        .Where(dialogue => dialogue.Name != script.Line.Writes)
        .Select(dialogue => (Dialogue(dialogue.Name), dialogue.Nodes.Values.Where(node => node.Wait is not null)
            .OrderBy(node => node.Source.Line).Select(node => ($"{dialogue.Name}.{node.Name}", Question(script, $"{dialogue.Name}.{node.Name}")))))
        .Where(group => group.Item2.Any())
        .OrderBy(group => group.Item1.Fr, StringComparer.InvariantCulture);

    private static string Text(Prompt prompt, string language)
    {
        var text = (prompt.For(language, Channel.Voice) ?? prompt.For(language, Channel.Sms)) is { } written ? string.Concat(Words(written.Parts)) : "";
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // The question itself, where there is one, and else what is said first; of a choice, what it is about.
        var sentences = Sentence().Matches(text).Select(sentence => sentence.Value.Trim()).Where(sentence => sentence.Any(char.IsLetter)).ToList();
        text = sentences.Find(sentence => sentence.EndsWith('?')) ?? sentences.FirstOrDefault() ?? "";
        text = Key().Replace(text, "").Trim(' ', '.', ',', '…');
        return text.Length <= LongestQuestion ? text : text[..text.LastIndexOf(' ', LongestQuestion)] + "…";
    }

    [GeneratedRegex(@"[^.?!]+[.?!]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@",? (faites le|press) ….*$")]
    private static partial Regex Key();

    private static IEnumerable<string> Words(ImmutableArray<PromptPart> parts) => parts.SelectMany(part => part switch
    {
        WordsPart words => [words.Text],
        ValuePart => ["…"],
        SectionPart { WhenEmpty: false } section => Words(section.Parts),
        _ => Enumerable.Empty<string>(),
    });

    private static string Spaced(string name) => name.Replace('-', ' ').Replace('_', ' ');
}
