using System.Collections.Immutable;
using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>Measures prompts with realistic long values: how long they take to say, and how many segments they cost to send.</summary>
internal sealed class PromptChecker
{
    private const double LongestSeconds = 20;
    private static readonly DateOnly SomeDay = new(2026, 9, 23);
    private readonly Script script;
    private readonly Dictionary<string, string> examples;
    private readonly List<DialogueIssue> issues = [];

    private PromptChecker(Script script, IReadOnlyCollection<QuestionSignature> questions, IReadOnlyDictionary<string, string> startVariables)
    {
        this.script = script;
        examples = new Dictionary<string, string>(startVariables, StringComparer.Ordinal)
        {
            ["key"] = "1",
            ["heard.key"] = "7",
            ["resume.what.fr"] = "votre inscription à Apprivoiser Internet à la maison",
            ["resume.what.en"] = "your registration for Getting to know the Internet",
            ["wait.min"] = "1",
            ["wait.max"] = "9999",
            [MessageVariables.Text + ".fr"] = "Rappel: votre formation Apprivoiser Internet à la maison est demain, à 13h30, à la bibliothèque de Sainte-Anne-des-Monts.",
            [MessageVariables.Text + ".en"] = "A reminder: your class Getting to know the Internet is tomorrow, at 1:30 pm, at the library of Sainte-Anne-des-Monts.",
        };
        foreach (var (name, value) in EngineContext.AmbientExamples) examples[name] = value;
        foreach (var need in script.Needs.Values)
            foreach (var (language, label) in need.Labels)
            {
                Longest($"need.label.{language}", label);
                Longest($"{DialogueRun.OtherNeed}.label.{language}", label);
            }

        var signatures = questions.ToDictionary(question => question.Name);
        var steps = script.Dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Values).SelectMany(node => node.Steps).ToList();
        foreach (var ask in steps.OfType<Ask>())
            if (signatures.TryGetValue(ask.Name, out var signature))
                foreach (var (field, example) in signature.Fields) Longest($"{ask.As}.{field}", example);
        foreach (var number in steps.OfType<NumberWait>()) Longest(number.As, "9999");
        foreach (var person in steps.OfType<NameWait>()) Longest($"{person.As}.name", "Marie-Antoinette Bourgouin-Archambault");
        foreach (var telephone in steps.OfType<TelephoneWait>()) Longest($"{telephone.As}.phone", "+14185550142");
        foreach (var open in steps.OfType<OpenAnswerWait>()) Longest($"{open.As}.seconds", DialogueRun.Text(open.MaxSeconds));
        // Twice, for a copy of a copy.
        var assignments = steps.OfType<SetVariables>().SelectMany(set => set.Assignments).ToList();
        foreach (var (to, from) in assignments.Concat(assignments))
            if (from is not ['{', .. var source, '}']) Longest(to, from);
            else
                foreach (var (name, value) in examples.Where(e => e.Key == source || e.Key.StartsWith(source + ".", StringComparison.Ordinal)).ToList()) Longest(to + name[source.Length..], value);
    }

    public static IEnumerable<DialogueIssue> Check(Script script, IReadOnlyCollection<QuestionSignature> questions, IReadOnlyDictionary<string, string> startVariables)
    {
        var checker = new PromptChecker(script, questions, startVariables);
        checker.CheckPrompts();
        checker.CheckQuestions();
        return checker.issues;
    }

    private void CheckPrompts()
    {
        var sent = script.Dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Values).SelectMany(node => node.Steps).OfType<SendText>()
            .Select(step => step.PromptId).ToHashSet(StringComparer.Ordinal);
        foreach (var prompt in script.Prompts.Values)
        {
            foreach (var language in Languages.All)
            {
                if (prompt.For(language, Channel.Voice) is { } voice)
                {
                    var utterances = Render([voice], language, Channel.Voice, name => Example(name, language));
                    var seconds = utterances.Sum(utterance => SpokenDuration.Seconds(utterance.Text, utterance.Language) + utterance.PauseAfter);
                    if (seconds > LongestSeconds) Report(prompt.Source, prompt.Id, FormattableString.Invariant($"takes {seconds:0} s to say in \"{language}\"; at most {LongestSeconds:0} (say one idea at a time)"));
                }

                if (prompt.For(language, Channel.Sms) is { } sms) CheckSms(prompt.Source, prompt.Id, language, [sms], sent.Contains(prompt.Id));
            }
        }
    }

    /// <summary>A question is texted whole: its words and its choices together must fit.</summary>
    private void CheckQuestions()
    {
        foreach (var dialogue in script.Dialogues.Values)
        {
            foreach (var node in dialogue.Nodes.Values.Where(node => node.Wait is ChoiceWait))
            {
                var ids = node.Steps.Where(step => step is not SendText).SelectMany(step => step.Prompts).Where(script.Prompts.ContainsKey).ToList();
                foreach (var language in Languages.All)
                    CheckSms(node.Source, $"{dialogue.Name}.{node.Name}", language, [.. ids.Select(id => script.Prompts[id].For(language, Channel.Sms)).OfType<PromptText>()]);
            }
        }
    }

    private void CheckSms(SourceLine source, string owner, string language, ImmutableArray<PromptText> texts, bool isSent = false)
    {
        var text = Written(texts, language, name => Example(name, language));
        // What is sent by itself also says who writes and how to end it.
        if (isSent && script.Prompts.GetValueOrDefault(LinePrompts.Message)?.For(language, Channel.Sms) is { } around)
        {
            var words = text;
            text = Written([around], language, name => name == MessageVariables.Text ? words : Example(name, language));
        }

        var folded = Gsm7.Fold(text);
        foreach (var lost in Gsm7.Lost(text))
            Report(source, owner, $"\"{lost}\" cannot be sent in a text message (\"{language}\")");
        var segments = Gsm7.Segments(folded);
        if (segments > OutgoingWords.MostSegments) Report(source, owner, $"costs {segments} segments as a text message in \"{language}\" with realistic values; at most {OutgoingWords.MostSegments}: \"{folded}\"");
    }

    private static string Written(ImmutableArray<PromptText> texts, string language, Func<string, string> value) =>
        string.Join(' ', Render(texts, language, Channel.Sms, value).Select(utterance => utterance.Text));

    private static ImmutableArray<Utterance> Render(ImmutableArray<PromptText> texts, string language, Channel channel, Func<string, string> value)
    {
        var renderer = new PromptRenderer(channel, SomeDay);
        foreach (var text in texts) renderer.Add(text, language, value);
        return renderer.Finish();
    }

    private string Example(string name, string language) =>
        examples.GetValueOrDefault(name) ?? examples.GetValueOrDefault($"{name}.{language}") ?? name switch
        {
            "language" => language,
            _ => "",
        };

    private void Longest(string name, string value)
    {
        if (value.Length >= examples.GetValueOrDefault(name, "").Length) examples[name] = value;
    }

    private void Report(SourceLine source, string owner, string message) => issues.Add(new DialogueIssue(source.File, source.Line, owner, message));
}
