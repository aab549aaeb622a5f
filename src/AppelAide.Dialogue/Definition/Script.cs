using System.Collections.Frozen;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Language;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>One version of everything the line can say and do: dialogues, prompts, keywords, needs. Immutable.</summary>
public sealed class Script
{
    private const string KeywordKind = "keyword";
    private const string NeedKind = "need";
    private readonly FrozenDictionary<string, Keyword> keysByDigit;
    private readonly PhraseMatcher voiceMatcher;
    private readonly PhraseMatcher smsMatcher;

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
        foreach (var wait in dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Values).Select(node => node.Wait).OfType<ChoiceWait>())
        {
            var heard = wait.Choices.Where(choice => keywords.ContainsKey(choice.Hears)).Select(choice => (choice.Key, Phrases: (IReadOnlyList<string>)keywords[choice.Hears].Phrases)).ToList();
            wait.Matcher = new PhraseMatcher(heard);
            wait.Hints = [.. heard.SelectMany(choice => choice.Phrases.Take(3)).Select(phrase => phrase.TrimStart('=', '^')).Take(20)];
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
    /// What folded words name: a keyword of the whole line, or a need. Danger goes before all else; a training about a need is a training; a need
    /// goes before the mere wish for help; otherwise what is named best.
    /// </summary>
    public Recognition? Recognise(Channel channel, string folded)
    {
        var matches = (channel == Channel.Voice ? voiceMatcher : smsMatcher).MatchAll(folded);
        if (matches.IsEmpty) return null;
        var named = matches.Select(Named).ToList();
        if (named.Find(one => one.Keyword?.Intent == Intents.Emergency) is { } danger) return danger;
        var best = named[0];
        if (best.Need is not null) return named.Find(one => one.Keyword?.Intent == Intents.Training) ?? best;
        return best.Keyword!.Intent == Intents.Referral ? named.Find(one => one.Need is not null) ?? best : best;
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
