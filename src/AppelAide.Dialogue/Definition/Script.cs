using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Language;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>One version of everything the line can say and do: dialogues, prompts, keywords, needs. Immutable.</summary>
public sealed class Script
{
    private const string KeywordKind = "keyword";
    private const string NeedKind = "need";
    private const int WordsOfEnd = 30;
    private readonly FrozenDictionary<string, Keyword> keysByDigit;
    private readonly PhraseMatcher voiceMatcher;
    private readonly PhraseMatcher smsMatcher;
    private readonly PhraseMatcher? notANames;

    internal Script(
        string version,
        LineDefinition line,
        FrozenDictionary<string, Dialogue> dialogues,
        FrozenDictionary<string, Prompt> prompts,
        FrozenDictionary<string, Keyword> keywords,
        FrozenDictionary<string, Need> needs)
    {
        Version = version;
        Line = line;
        Dialogues = dialogues;
        Prompts = prompts;
        Keywords = keywords;
        Needs = needs;
        keysByDigit = keywords.Values.Where(keyword => keyword.Key.Length > 0)
            .OrderBy(keyword => keyword.Source.File, StringComparer.Ordinal).ThenBy(keyword => keyword.Source.Line).DistinctBy(keyword => keyword.Key)
            .ToFrozenDictionary(keyword => keyword.Key);
        voiceMatcher = LineMatcher(Channel.Voice);
        smsMatcher = LineMatcher(Channel.Sms);
        notANames = keywords.TryGetValue(NameWait.NotAName, out var notAName) ? new PhraseMatcher([(NameWait.NotAName, notAName.Phrases)]) : null;
        foreach (var wait in dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Values).Select(node => node.Wait).OfType<ChoiceWait>())
        {
            var heard = wait.Choices.Where(choice => keywords.ContainsKey(choice.Hears)).Select(choice => (choice.Key, Phrases: (IReadOnlyList<string>)keywords[choice.Hears].Phrases)).ToList();
            wait.Matcher = new PhraseMatcher(heard);
            if (wait.OtherHears.Length > 0) wait.OtherMatcher = new PhraseMatcher(WordsOf(wait.OtherHears).Select(keyword => (keyword.Id, (IReadOnlyList<string>)keyword.Phrases)));
            wait.Words = [.. heard.Select(choice => (choice.Key, choice.Phrases.SelectMany(TextFolding.Tokens).Distinct().ToImmutableArray()))];
            wait.Hints = [.. heard.SelectMany(choice => choice.Phrases.Where(phrase => !phrase.Contains("...", StringComparison.Ordinal)).Take(3)).Select(phrase => phrase.TrimStart('=', '^', '~', '+', '-')).Take(20)];
        }
    }

    /// <summary>A hash of the files' content: the same words, the same version.</summary>
    public string Version { get; }

    /// <summary>What holds for the whole line.</summary>
    public LineDefinition Line { get; }

    /// <summary>By name.</summary>
    public FrozenDictionary<string, Dialogue> Dialogues { get; }

    /// <summary>By identifier.</summary>
    public FrozenDictionary<string, Prompt> Prompts { get; }

    /// <summary>By identifier.</summary>
    public FrozenDictionary<string, Keyword> Keywords { get; }

    /// <summary>By identifier.</summary>
    public FrozenDictionary<string, Need> Needs { get; }

    /// <summary>The line-wide keyword of a key (<c>0</c>, <c>*</c>, <c>#</c>, <c>9</c>), if there is one.</summary>
    public Keyword? KeywordOfKey(string key) => keysByDigit.GetValueOrDefault(key);

    /// <summary>The keywords whose names begin with one of some first parts: <c>topic</c> has <c>topic-tablet</c>. In the order they are written.</summary>
    public ImmutableArray<Keyword> WordsOf(ImmutableArray<string> groups) =>
    [
        .. Keywords.Values.Where(keyword => keyword.Id.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && groups.Contains(keyword.Id[..dash]))
            .OrderBy(keyword => keyword.Source.File, StringComparer.Ordinal).ThenBy(keyword => keyword.Source.Line),
    ];

    /// <summary>A node by <c>dialogue.node</c>, or by a dialogue's name its first node; null when there is none.</summary>
    public (Dialogue Dialogue, Node Node)? Find(string target, string withinDialogue)
    {
        if (withinDialogue.Length > 0 && Dialogues.TryGetValue(withinDialogue, out var here) && here.Nodes.TryGetValue(target, out var node))
            return (here, node);
        if (Dialogues.TryGetValue(target, out var other)) return (other, other.Nodes[other.Start]);
        var dot = target.IndexOf('.');
        if (dot > 0 && Dialogues.TryGetValue(target[..dot], out other) && other.Nodes.TryGetValue(target[(dot + 1)..], out node))
            return (other, node);
        return null;
    }

    /// <summary>
    /// What words name: a keyword of the whole line, or a need. Danger goes before all else, then an order (STOP), of which one about a single
    /// topic goes first; a wish to be told goes before what it is about; what is wanted goes before how it is wanted (a language, a person, the
    /// hours); a training, a consultation or a fact sheet about a need is a training, a consultation or a fact sheet; a need goes before its
    /// family; otherwise what is named best.
    /// </summary>
    /// <param name="channel">Where they were heard.</param>
    /// <param name="folded">The words, folded.</param>
    /// <param name="text">As they were written; the folded words when they were said.</param>
    /// <param name="language">That of the conversation: a word of both languages (pain) is meant in it.</param>
    public Recognition? Recognise(Channel channel, string folded, string text, string language = "")
    {
        var matcher = channel == Channel.Voice ? voiceMatcher : smsMatcher;
        var reading = matcher.Read(folded);
        // Of a long letter only the beginning is read; danger and STOP count at its end too.
        if (!reading.IsWhole && Recognise(channel, End(folded), End(text), language) is { Keyword.Intent: Intents.Emergency or Intents.Stop } last) return last;
        var named = matcher.MatchAll(reading).Select(Named).Where(one => one.Keyword?.Does != Keyword.Ignore).ToList();
        if (named.Find(one => one.Keyword?.Intent == Intents.Emergency) is { } danger) return danger;
        if (matcher.FindOrderIn(reading, text, namesNothingElse: named.Count == 0) is { } order && Named(order) is var ordered && (ordered.Keyword!.Intent == Intents.Stop || named.Count == 0)) return ordered;
        if (named.Count == 0) return null;
        var best = named.MinBy(Rank)!;
        if (language.Length > 0 && best.Language != language && named.Find(one => one.Language == language && one.Match.Words == best.Match.Words && one.Match.Score == best.Match.Score && Rank(one) == Rank(best)) is { } own) best = own;
        if (named.Find(one => one.Need is not null && one.Need.Parent == best.Need?.Id && (best.Match.IsLast || !one.Match.IsLast)) is { } closer) best = closer;
        if (best.Need is null || named.Find(one => one.Need is not null && one.Need != best.Need && one.Need.Id != best.Need.Parent && AreEqual(best.Match, one.Match, reading.Words)) is not { } equal) return best;
        return best.Match.Start < equal.Match.Start ? best with { OtherNeed = equal.Need } : equal with { OtherNeed = best.Need };
    }

    /// <summary>
    /// Whether words are nobody's name, as the keyword <see cref="NameWait.NotAName"/> lists them: all of them, or one that is marked to count among
    /// others too. As spelt: a real name is near many words.
    /// </summary>
    internal bool IsNoName(string folded)
    {
        if (notANames is null) return false;
        var reading = notANames.Read(folded);
        var found = notANames.MatchAll(reading).Where(match => match.Score == 1).ToList();
        return found.Exists(match => match.IsFirst) || (found.Count > 0 && Enumerable.Range(0, reading.Count).All(word => found.Exists(match => match.Takes(word))));
    }

    /// <summary>Whether nothing else is said than what matched, small words and politeness aside ("je voudrais parler à une personne svp").</summary>
    internal bool IsAlone(Channel channel, string folded, PhraseMatch match)
    {
        var reading = (channel == Channel.Voice ? voiceMatcher : smsMatcher).Read(folded);
        if (!reading.IsWhole) return false;
        var (start, end) = Politeness.Trim(reading.Words);
        for (var word = start; word < end; word++)
            if (!match.Takes(word) && !SmallWords.MaySurroundOrder(reading[word])) return false;
        return true;
    }

    private static string End(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(WordsOfEnd));

    /// <summary>Low before high; the same, best named first.</summary>
    private static int Rank(Recognition one) => one.Keyword switch
    {
        _ when one.Match.IsLast => 8,
        null => one.Match.IsFirst ? 3 : 4,
        { Intent: Intents.Stop } when one.Match.IsFirst => -1,
        { Intent: Intents.Subscribe } => 1,
        { } when one.Match.IsFirst => 1,
        { Intent: Intents.Stop or Intents.Start } => 0,
        { Intent: Intents.Person, Key.Length: 0 } => 1,
        { Intent: Intents.Training or Intents.Consultation } => 2,
        { Intent: Intents.Sheet } => 3,
        { Intent: Intents.Person or Intents.Hours } => 5,
        { Intent: Intents.Help or Intents.Referral or Intents.Language } => 7,
        _ => 6,
    };

    /// <summary>Whether nothing but "or", "and" and articles stands between two needs.</summary>
    private static bool AreEqual(PhraseMatch one, PhraseMatch other, ReadOnlySpan<string> words)
    {
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        var between = words[Math.Min(first.Last + 1, second.Start)..second.Start];
        var joined = false;
        foreach (var word in between)
        {
            if (word is "ou" or "or" or "et" or "and") joined = true;
            else if (word is not ("le" or "la" or "les" or "l" or "un" or "une" or "des" or "de" or "du" or "d" or "pour" or "the" or "a" or "for" or "my" or "mon" or "ma" or "bien" or "with" or "avec")) return false;
        }

        return joined || (between.IsEmpty && one.Length + other.Length == words.Length);
    }

    private static string MatchKey(string kind, string id, string language) => $"{kind}:{id}:{language}";

    private Recognition Named(PhraseMatch match)
    {
        var parts = match.Key.Split(':');
        return parts[0] == KeywordKind
            ? new Recognition(Keywords[parts[1]], null, parts[2], match)
            : new Recognition(null, Needs[parts[1]], parts[2], match);
    }

    private PhraseMatcher LineMatcher(Channel channel) => new(
        Keywords.Values.Where(keyword => keyword.IsGlobal && (keyword.Channel is null || keyword.Channel == channel))
            .SelectMany(keyword => keyword.Spellings.Select(spelt => (MatchKey(KeywordKind, keyword.Id, spelt.Key), (IReadOnlyList<string>)spelt.Value)))
            .Concat(Needs.Values.SelectMany(need => need.Spellings.Select(spelt => (MatchKey(NeedKind, need.Id, spelt.Key), (IReadOnlyList<string>)spelt.Value))))
            .OrderBy(entry => entry.Item1.EndsWith(":fr", StringComparison.Ordinal) ? 0 : 1));
}
