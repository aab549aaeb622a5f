using System.Collections.Immutable;
using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Language;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>Finds every defect of a script that can be found before the line opens. How prompts sound and fit is <see cref="PromptChecker"/>'s.</summary>
public sealed class DialogueValidator
{
    /// <summary>Where a copy into itself (<c>a.b: "{a}"</c>) stops making names.</summary>
    private const int MostNames = 10_000;

    private static readonly string[] LineKeys = ["0", "*", "#", "9"];
    private static readonly string[] Outcomes = ["answered", "callback", "cancelled", "emergency", "optedout", "referred", "registered", "subscribed", "transferred", "voicemail", "waiting"];
    private readonly Script script;
    private readonly ImmutableDictionary<string, QuestionSignature> questions;
    private readonly List<DialogueIssue> issues = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal) { "channel", "language", "key", "need", "need.label", DialogueRun.OtherNeed, DialogueRun.OtherNeed + ".label", "heard.key", "heard.text", "heard.words", ChoiceWait.HeardPicture, "resume.what", "wait.min", "wait.max" };

    private DialogueValidator(Script script, IEnumerable<QuestionSignature> questions, IEnumerable<string> startVariables)
    {
        this.script = script;
        this.questions = questions.ToImmutableDictionary(question => question.Name);
        known.UnionWith(MessageVariables.All);
        known.UnionWith(startVariables.Concat(EngineContext.AmbientExamples.Keys).SelectMany(WithoutLanguage));
    }

    /// <summary>Checks a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="questions">The look-ups and commands that the host answers.</param>
    /// <param name="startVariables">What the host gives a conversation at its start.</param>
    public static ImmutableArray<DialogueIssue> Check(
        Script script, IReadOnlyCollection<QuestionSignature> questions, IReadOnlyDictionary<string, string> startVariables)
    {
        var validator = new DialogueValidator(script, questions, startVariables.Keys);
        validator.CheckAll();
        validator.issues.AddRange(PromptChecker.Check(script, questions, startVariables));
        return [.. validator.issues.Distinct().OrderBy(issue => issue.File, StringComparer.Ordinal).ThenBy(issue => issue.Line)];
    }

    private IEnumerable<(Dialogue Dialogue, Node Node)> Nodes =>
        script.Dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Values.Select(node => (dialogue, node)));

    private void CheckAll()
    {
        foreach (var (dialogue, node) in Nodes)
        {
            foreach (var step in node.Steps)
            {
                known.UnionWith(step.Writes);
                if (step is Ask ask && questions.TryGetValue(ask.Name, out var signature))
                    known.UnionWith(signature.Fields.Keys.SelectMany(WithoutLanguage).Select(field => $"{ask.As}.{field}"));
            }
        }

        // A copy may itself be copied, in whatever order they are written.
        var copies = Nodes.SelectMany(pair => pair.Node.Steps).OfType<SetVariables>().SelectMany(set => set.Assignments).Where(a => a.Value is ['{', .., '}']).ToList();
        for (var before = -1; before < known.Count;)
        {
            before = known.Count;
            if (known.Count > MostNames) break;
            foreach (var (to, from) in copies) known.UnionWith(CopiesOf(from[1..^1], to));
        }

        foreach (var (dialogue, node) in Nodes) CheckNode(dialogue, node);
        CheckLine();
        CheckNeeds();
        CheckPromptVariables();
        CheckReachable();
        foreach (var (source, id) in LoopFinder.Find(script)) Report(source, id, "a loop through here never reaches a wait");
        issues.AddRange(WritingChecker.Check(script));
    }

    private void CheckNode(Dialogue dialogue, Node node)
    {
        var id = $"{dialogue.Name}.{node.Name}";
        for (var i = 0; i < node.Steps.Length; i++)
        {
            var step = node.Steps[i];
            var last = i == node.Steps.Length - 1;
            if (step.LeadsOn && !last) Report(step.Source, id, "nothing after this step can ever be done");
            if (step is Wait wait) CheckWayOut(wait, dialogue, node, id);
            if (step is Wait && step.When is not null) Report(step.Source, id, "a wait takes no \"if\": lead to another node instead");
            if (last && !step.LeadsOn) Report(step.Source, id, "the node leads nowhere: end it with a wait, \"go\", \"return\" or \"end\"");
            foreach (var (source, prompt) in PromptsOf(step))
                if (!script.Prompts.ContainsKey(prompt)) Report(source, id, $"there is no prompt \"{prompt}\"");
            foreach (var (source, target) in TargetsOf(step))
                if (script.Find(target, dialogue.Name) is null) Report(source, id, $"there is no node or dialogue \"{target}\"");
            foreach (var variable in step.Reads.Where(variable => !IsKnown(variable))) Report(step.Source, id, $"nothing ever sets \"{variable}\"");
            if (step is Ask ask) CheckQuestion(ask, id);
            if (step is ChoiceWait menu) CheckMenu(menu, id);
            if (WordOf(step) is { Length: > 0 } unknown) Report(step.Source, id, unknown);
            if (step is NameWait && !script.Keywords.ContainsKey(NameWait.NotAName)) Report(step.Source, id, $"a name needs the keyword \"{NameWait.NotAName}\", whose words are nobody's");
            if (step is OpenAnswerWait { Purpose: not ("answer" or "voicemail") } open) Report(step.Source, id, $"\"{open.Purpose}\" is no purpose of a recording: answer or voicemail");
            if (step is Call { Target: var called } && script.Find(called, "") is null) Report(step.Source, id, $"\"call\" needs a dialogue, \"{called}\" is none");
        }
    }

    private static IEnumerable<(SourceLine Source, string Id)> PromptsOf(Step step) => step is ChoiceWait menu
        ? menu.Choices.Where(choice => choice.Prompt.Length > 0).Select(choice => (choice.Source, choice.Prompt))
        : step.Prompts.Select(prompt => (step.Source, prompt));

    /// <summary>Where a step leads, a call aside: it names a dialogue.</summary>
    private static IEnumerable<(SourceLine Source, string Target)> TargetsOf(Step step) => step switch
    {
        Call => [],
        ChoiceWait menu => menu.Choices.Select(choice => (choice.Source, choice.Target))
            .Concat(new[] { menu.Other, menu.Needs, menu.Exhausted }.Where(target => target.Length > 0).Select(target => (menu.Source, target))),
        _ => step.Targets.Select(target => (step.Source, target)),
    };

    /// <summary>What is wrong with a word that names something of the engine's or of the call log's.</summary>
    private string WordOf(Step step) => step switch
    {
        ChangeLanguage { Language: var language } when language != "other" && !Languages.All.Contains(language) => $"\"{language}\" is no language: fr, en or other",
        NameNeed { Need: var need } when !script.Needs.ContainsKey(need) => $"there is no need \"{need}\"",
        MarkOutcome { Outcome: var outcome } when !Outcomes.Contains(outcome) => $"\"{outcome}\" is no outcome; there are {string.Join(", ", Outcomes)}",
        MarkIntent { Intent: var intent } when !Intents.All.Contains(intent) => $"\"{intent}\" is no intent",
        SendText { PromptId: var prompt } when script.Prompts.TryGetValue(prompt, out var found)
            && Languages.All.FirstOrDefault(language => found.For(language, Channel.Sms) is { IsEmpty: true }) is { } silent => $"\"{prompt}\" has no words to send in \"{silent}\"",
        SendText { PromptId: var prompt } when script.Prompts.TryGetValue(prompt, out var found)
            && Languages.All.FirstOrDefault(language => found.For(language, Channel.Voice) is { IsEmpty: true }) is { } mute => $"\"{prompt}\" has no words in \"{mute}\" to be read to a telephone that takes no texts",
        _ => "",
    };

    private void CheckQuestion(Ask ask, string id)
    {
        if (!questions.TryGetValue(ask.Name, out var signature))
        {
            Report(ask.Source, id, $"there is no look-up or command \"{ask.Name}\"; there are {string.Join(", ", questions.Keys.Order())}");
            return;
        }

        if (signature.Kind != ask.Kind) Report(ask.Source, id, $"\"{ask.Name}\" is a {(signature.Kind == QuestionKind.Command ? "command: write \"do\"" : "look-up: write \"lookup\"")}");
        foreach (var (name, _) in ask.Arguments)
            if (!signature.Arguments.Contains(name)) Report(ask.Source, id, $"\"{ask.Name}\" takes no \"{name}\"");
    }

    /// <summary>Silence always leads on, and in the end to a person; where the person is sought, the line's own way out would lead back there for ever.</summary>
    private void CheckWayOut(Wait wait, Dialogue dialogue, Node node, string id)
    {
        if (wait.Tries is < 0 or > 3) Report(wait.Source, id, "\"tries\" is 1 to 3 (COGA: at most 3, then a person)");
        if (wait is ChoiceWait { Choices.IsEmpty: true, Other.Length: 0 }) Report(wait.Source, id, "nothing can be answered here: it has no choices and no \"other\"");
        if (wait.Exhausted.Length > 0 && script.Find(wait.Exhausted, dialogue.Name) is { } end && end.Node == node)
            Report(wait.Source, id, "\"exhausted\" leads back to the same question");
        if (wait is not TransferWait && wait.Exhausted.Length == 0 && script.Find(script.Line.Exhausted, "") is { } person && person.Dialogue == dialogue)
            Report(wait.Source, id, $"silence has no way out here: say where it leads (\"exhausted\"), or it would lead to \"{dialogue.Name}\" again");
    }

    private void CheckMenu(ChoiceWait menu, string id)
    {
        if (menu.OtherHears.Length > 0 && menu.Other.Length == 0) Report(menu.Source, id, "\"hears\" says which words lead to \"other\": there is none");
        foreach (var group in menu.OtherHears)
            if (script.WordsOf([group]).IsEmpty) Report(menu.Source, id, $"there is no keyword whose name begins with \"{group}-\"");
        if (menu.Choices.Length > 4) Report(menu.Source, id, "a menu has at most 4 choices (ISO, COGA)");
        for (var i = 0; i < menu.Choices.Length; i++)
        {
            var choice = menu.Choices[i];
            if (LineKeys.Contains(choice.Key)) Report(choice.Source, id, $"the key {choice.Key} belongs to the whole line");
            else if (choice.Key != DialogueRun.Text(i + 1)) Report(choice.Source, id, $"the key is {choice.Key}; keys rise from 1 without gaps: {i + 1}");
            if (choice.Hears.Length == 0) Report(choice.Source, id, "the choice has no words (\"hears\"): it could not be spoken or texted");
            else if (choice.HearsValue is null && !script.Keywords.ContainsKey(choice.Hears)) Report(choice.Source, id, $"there is no keyword \"{choice.Hears}\"");
            if (i > 0 && menu.Choices[i - 1].When is { } former && choice.When?.Implies(former) != true)
                Report(choice.Source, id, "may be offered when the one before is not, and keys would have a gap: give it that one's guard too, or put it first");
        }
    }

    /// <summary>Nothing is said before the wait, for nobody would hear it; guards may lead elsewhere.</summary>
    private static bool IsBare(Node node) => node.Steps is [.. var before, ChoiceWait { Choices.IsEmpty: true }] && before.All(step => step is Go);

    private void CheckLine()
    {
        var line = script.Line;
        foreach (var (target, name) in new[] { (line.StartCall, "start-call"), (line.Exhausted, "exhausted"), (line.Needs, "needs") })
            if (script.Find(target, "") is null) Report(line.Source, "line", $"\"{name}\": there is no dialogue \"{target}\"");
        if (line.Tries is < 1 or > 3) Report(line.Source, "line", "\"tries\" is 1 to 3 (COGA: at most 3, then a person)");
        if (script.Dialogues[line.StartSms] is { } sms && !IsBare(sms.Nodes[sms.Start]))
            Report(sms.Nodes[sms.Start].Source, $"{sms.Name}.{sms.Start}", "the first node of \"start-sms\" is a bare \"choose\": the text that opens a conversation is heard there");
        foreach (var key in LineKeys.Where(key => script.KeywordOfKey(key) is null)) Report(line.Source, "line", $"no keyword has the key {key}");
        foreach (var id in LinePrompts.All.Where(id => !script.Prompts.ContainsKey(id))) Report(line.Source, "line", $"there is no prompt \"{id}\"");
        foreach (var keyword in script.Keywords.Values)
        {
            if (keyword.Target.Length > 0 && script.Find(keyword.Target, "") is null) Report(keyword.Source, keyword.Id, $"there is no dialogue \"{keyword.Target}\"");
            if (keyword.Key.Length > 0 && !LineKeys.Contains(keyword.Key)) Report(keyword.Source, keyword.Id, "a keyword's key is 0, *, # or 9");
            if (keyword.Key.Length > 0 && script.KeywordOfKey(keyword.Key) is { } holder && holder != keyword) Report(keyword.Source, keyword.Id, $"the key {keyword.Key} is that of \"{holder.Id}\" already");
            if (keyword.Intent.Length > 0 && !Intents.All.Contains(keyword.Intent)) Report(keyword.Source, keyword.Id, $"\"{keyword.Intent}\" is no intent");
        }

        foreach (var dialogue in script.Dialogues.Values.Where(dialogue => dialogue.ResumePrompt.Length > 0 && !script.Prompts.ContainsKey(dialogue.ResumePrompt)))
            Report(dialogue.Source, dialogue.Name, $"there is no prompt \"{dialogue.ResumePrompt}\"");
    }

    private void CheckNeeds()
    {
        foreach (var need in script.Needs.Values)
        {
            if (need.Parent.Length > 0)
            {
                if (!script.Needs.TryGetValue(need.Parent, out var parent)) Report(need.Source, need.Id, $"there is no need \"{need.Parent}\" to be its parent");
                else if (parent.Parent.Length > 0) Report(need.Source, need.Id, $"its parent \"{parent.Id}\" has a parent itself: a need belongs to a family, and a family to nothing");
            }

            foreach (var term in need.Terms.Where(term => TextFolding.Fold(term).Length == 0)) Report(need.Source, need.Id, $"the term \"{term}\" has no words");
            foreach (var twice in need.Terms.Select(TextFolding.Fold).CountBy(term => term).Where(term => term.Value > 1)) Report(need.Source, need.Id, $"the term \"{twice.Key}\" is written twice");
        }
    }

    private void CheckPromptVariables()
    {
        foreach (var prompt in script.Prompts.Values)
        {
            foreach (var language in Languages.All)
            {
                foreach (var channel in Enum.GetValues<Channel>())
                {
                    if (prompt.For(language, channel) is not { } text)
                    {
                        Report(prompt.Source, prompt.Id, $"no words in \"{language}\" for {(channel == Channel.Voice ? "voice" : "sms")}");
                        continue;
                    }

                    foreach (var variable in text.Variables.Where(variable => !IsKnown(variable))) Report(prompt.Source, prompt.Id, $"nothing ever sets \"{variable}\"");
                    foreach (var value in text.Values.Where(value => !ValueFormats.Names.Contains(value.Format))) Report(prompt.Source, prompt.Id, $"\"{value.Format}\" is no format; there are {string.Join(", ", ValueFormats.Names.Where(name => name.Length > 0).Order())}");
                }
            }
        }
    }

    private void CheckReachable()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(string Target, string Within)>();
        foreach (var target in script.Keywords.Values.Select(keyword => keyword.Target)
            .Concat([script.Line.Start, script.Line.StartSms, script.Line.StartCall, script.Line.Exhausted, script.Line.Needs]))
            open.Enqueue((target, ""));
        foreach (var node in WritingChecker.Roots(script)) open.Enqueue((node, ""));
        while (open.TryDequeue(out var next))
        {
            if (script.Find(next.Target, next.Within) is not { } found || !reached.Add($"{found.Dialogue.Name}.{found.Node.Name}")) continue;
            foreach (var step in found.Node.Steps)
                foreach (var target in step.Targets) open.Enqueue((target, step is Call ? "" : found.Dialogue.Name));
        }

        foreach (var (dialogue, node) in Nodes.Where(pair => !reached.Contains($"{pair.Dialogue.Name}.{pair.Node.Name}")))
            Report(node.Source, $"{dialogue.Name}.{node.Name}", "nothing leads here");
        var used = Nodes.SelectMany(pair => pair.Node.Steps).SelectMany(step => step.Prompts)
            .Concat(LinePrompts.All).Concat(script.Dialogues.Values.Select(dialogue => dialogue.ResumePrompt)).ToHashSet(StringComparer.Ordinal);
        foreach (var prompt in script.Prompts.Values.Where(prompt => !used.Contains(prompt.Id))) Report(prompt.Source, prompt.Id, "nothing ever says this prompt");
    }

    private IEnumerable<string> CopiesOf(string from, string to) =>
        known.Where(name => name == from || name.StartsWith(from + ".", StringComparison.Ordinal)).Select(name => to + name[from.Length..]).ToList();

    /// <summary>A name is known itself, or as the beginning of names that are (<c>found.1</c>, which is copied whole).</summary>
    private bool IsKnown(string variable) => known.Contains(variable) || known.Any(name => name.StartsWith(variable + ".", StringComparison.Ordinal));

    private static IEnumerable<string> WithoutLanguage(string field) =>
        Languages.All.FirstOrDefault(language => field.EndsWith("." + language, StringComparison.Ordinal)) is { } spoken
            ? [field, field[..^(spoken.Length + 1)]]
            : [field];

    private void Report(SourceLine source, string node, string message) => issues.Add(new DialogueIssue(source.File, source.Line, node, message));
}
