using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Waits;

/// <summary>A menu, or a yes/no question: one key, or the words of a choice.</summary>
/// <param name="Choices">In the order they are offered.</param>
/// <param name="Other">Where words lead that are no choice and no keyword; empty to put the question again.</param>
/// <param name="As">The variable that takes the chosen key; empty for none.</param>
public sealed record ChoiceWait(ImmutableArray<Choice> Choices, string Other, string As) : Wait
{
    /// <summary>The variable that holds words no choice claimed.</summary>
    public const string HeardText = "heard.text";

    /// <summary>The variable that is set when a picture came without words.</summary>
    public const string HeardPicture = "heard.picture";

    /// <summary>Where a need named in words leads: here it is an answer, and not a wish for help with it. Empty where needs mean what they mean everywhere.</summary>
    public string Needs { get; init; } = "";

    /// <summary>
    /// The keywords, by the first part of their names (<c>topic</c> for <c>topic-tablet</c>), whose words lead to <see cref="Other"/> before what they
    /// name elsewhere on the line: beside a training, "la fraude" is a topic and no wish for help.
    /// </summary>
    public ImmutableArray<string> OtherHears { get; init; } = [];

    /// <summary>The words of <see cref="OtherHears"/>; made when the scripts are put together. Null for none.</summary>
    internal PhraseMatcher? OtherMatcher { get; set; }

    /// <summary>For each choice that hears a keyword, the words of its phrases; made when the scripts are put together.</summary>
    internal ImmutableArray<(string Key, ImmutableArray<string> Words)> Words { get; set; } = [];

    /// <summary>The choices' words; made when the scripts are put together.</summary>
    internal PhraseMatcher? Matcher { get; set; }

    /// <summary>What a citizen is likely to say; made when the scripts are put together.</summary>
    internal ImmutableArray<string> Hints { get; set; } = [];

    // "Insc" says inscription: less surely than the word.
    private const double PartScore = 0.9;
    private const int ShortestPart = 3;
    private const int MostLettersOfPart = 60;

    /// <inheritdoc/>
    public override IEnumerable<string> Prompts => Choices.Select(choice => choice.Prompt).Where(prompt => prompt.Length > 0);

    /// <inheritdoc/>
    public override IEnumerable<string> Reads => base.Reads.Concat(Choices.SelectMany(choice => (choice.When?.Variables ?? []).Concat(choice.HearsValue is { } name ? [name] : [])));

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => As.Length > 0 ? [HeardText, As] : [HeardText];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets =>
        Choices.Select(choice => choice.Target).Append(Other).Append(Needs).Append(Exhausted).Where(target => target.Length > 0);

    internal override bool IsBare => Choices.IsEmpty;

    internal override Expectation Present(DialogueRun run, bool patient)
    {
        foreach (var choice in Choices)
            if (choice.Prompt.Length > 0 && run.Holds(choice.When))
                run.Say(choice.Prompt, choice.Key);
        return new GatherExpectation(1, Seconds(run, patient), 1, Hints);
    }

    internal override bool Accept(DialogueRun run, CallerInput input)
    {
        switch (input)
        {
            case DigitsInput { Digits: [var key, ..] }:
                return Take(run, Find(run, key.ToString()), 1, "");
            case SpeechInput speech:
                return TakeWords(run, speech.Text, speech.Confidence);
            case TextInput text:
                run.Set(HeardPicture, text.Pictures > 0 && run.Folded(text.Text).Length == 0 ? "yes" : "");
                return TakeWords(run, text.Text, 1);
            default:
                return false;
        }
    }

    private bool TakeWords(DialogueRun run, string text, double confidence)
    {
        var folded = run.Folded(text);
        if (folded.Length == 1 && char.IsAsciiDigit(folded[0]) && Take(run, Find(run, folded), confidence, "")) return true;
        if (Match(run, folded) is { } match && !SaysMore(match, folded) && Take(run, Find(run, match.Key), confidence * match.Score, folded)) return true;
        if (SpokenNumber.Understand(folded) is { } number && Take(run, Find(run, DialogueRun.Text(number)), confidence, "")) return true;
        if (Other.Length == 0) return false;
        // At a bare wait (the opening of a text conversation) anything at all leads on; at a menu, a number that is no choice is a wrong key.
        if (!Choices.IsEmpty && (folded.Length == 0 || folded.All(c => char.IsAsciiDigit(c) || c == ' '))) return false;
        run.Understand(Intents.Unknown, null, null, confidence);
        run.Leave();
        run.Set(HeardText, folded);
        run.GoTo(Other);
        return true;
    }

    /// <summary>Whether words are for <see cref="Other"/> rather than for the whole line: a need, a wish for help or a language named beside them goes after.</summary>
    internal bool HearsItself(string folded, Recognition heard, string language) =>
        (heard.Keyword is null || heard.Keyword.Intent is Intents.Help or Intents.Referral || (heard.Keyword.Intent == Intents.Language && heard.Language == language))
        && OtherMatcher?.Match(folded) is { } own && own.Score >= heard.Match.Score - 0.001 && own.Length >= heard.Match.Length;

    /// <summary>"Non, plutôt le soir", "la semaine prochaine": more is named than a choice.</summary>
    private bool SaysMore(PhraseMatch choice, string folded) =>
        OtherMatcher?.Match(folded) is { } own
        && (own.Length > choice.Length || (choice is { Start: 0, Length: 1 } && own.Start > 0 && (folded.StartsWith("non ", StringComparison.Ordinal) || folded.StartsWith("no ", StringComparison.Ordinal))));

    /// <summary>The choice that the words name best: by its keyword, or by the value it offers (a place, an option of a consultation).</summary>
    internal PhraseMatch? Match(DialogueRun run, string folded)
    {
        var match = Matcher?.Match(folded);
        var offered = Choices.Where(choice => choice.HearsValue is not null && run.Holds(choice.When))
            .Select(choice => (choice.Key, (IReadOnlyList<string>)[.. run.ValuesOf(choice.HearsValue!)]))
            .ToList();
        var named = offered.Count == 0 ? null : new PhraseMatcher(offered).Match(folded);
        var best = match is null || named?.Score >= match.Score ? named ?? match : match;
        return best ?? MatchPart(run, folded, offered);
    }

    /// <summary>The one choice that has all the words said among its own, or words that begin so: <c>insc</c> for inscription, <c>cher</c> for "trop cher".</summary>
    private PhraseMatch? MatchPart(DialogueRun run, string folded, List<(string Key, IReadOnlyList<string> Phrases)> offered)
    {
        if (folded.Length > MostLettersOfPart) return null;
        var said = folded.Split(' ');
        var (start, end) = Politeness.Trim(said);
        // "La fin de semaine" is claimed by "fin de semaine": small words between do not count.
        var meant = said[start..end].Where(word => word.Length >= ShortestPart).ToArray();
        if (meant.Length == 0) return null;
        var claimed = Words.Where(choice => Find(run, choice.Key) is not null)
            .Concat(offered.Select(choice => (choice.Key, choice.Phrases.SelectMany(TextFolding.Tokens).ToImmutableArray())))
            .Where(choice => meant.All(word => choice.Item2.Any(own => own == word || (own.StartsWith(word, StringComparison.Ordinal) && !CommonWords.Contains(word)))))
            .Select(choice => choice.Key).Distinct().ToList();
        return claimed is [var only] ? new PhraseMatch(only, PartScore, start, meant.Length) : null;
    }

    private Choice? Find(DialogueRun run, string key) =>
        Choices.FirstOrDefault(choice => choice.Key == key && run.Holds(choice.When));

    /// <param name="run">The turn being made.</param>
    /// <param name="choice">The choice; null when there is none.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="words">The words that named it, which may say more ("une formation à Gaspé"); empty for a key, so that no earlier words linger.</param>
    private bool Take(DialogueRun run, Choice? choice, double confidence, string words)
    {
        if (choice is null) return false;
        run.Understand(run.IntentOf(choice), null, choice.Key, confidence);
        run.Leave();
        if (run.BeginsSubject(choice)) run.BeginSubject();
        run.Set(HeardText, words);
        if (As.Length > 0) run.Set(As, choice.Key);
        run.GoTo(choice.Target);
        return true;
    }
}

/// <summary>One way on from a menu.</summary>
/// <param name="Source">Where it is written.</param>
/// <param name="Key"><c>1</c> to <c>8</c>.</param>
/// <param name="Prompt">What offers it, with <c>{key}</c>; empty for one that is not read out (the question itself named it).</param>
/// <param name="Hears">The keyword whose words mean this choice, or <c>{name}</c>: see <see cref="HearsValue"/>.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="When">The guard under which it is offered; null for always.</param>
public sealed record Choice(SourceLine Source, string Key, string Prompt, string Hears, string Target, Condition? When)
{
    /// <summary>The variable whose value, in any language, means this choice: <c>hears: "{name}"</c>; null when it hears a keyword.</summary>
    public string? HearsValue => Hears is ['{', .. var name, '}'] ? name : null;
}
