using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The words of one version of the scripts that say what training is wished for (<c>keywords-trainings.yaml</c>).</summary>
internal sealed class WishWords
{
    public const string Topic = "topic", Kind = "kind", Tongue = "tongue", Part = "part", Way = "way", When = "when", Day = "day", Month = "month", Level = "level", Ask = "ask";

    private static readonly ConditionalWeakTable<Script, WishWords> OfScripts = [];

    private readonly FrozenDictionary<string, Bilingual> labels;
    private readonly PhraseMatcher matcher;
    private readonly PhraseMatcher topics;

    private WishWords(Script script)
    {
        var keywords = script.WordsOf([Topic, Kind, Tongue, Part, Way, When, Day, Month, Level, Ask, "nothing"]);
        labels = keywords.Where(keyword => keyword.Labels.Count > 0)
            .ToFrozenDictionary(keyword => keyword.Id, keyword => new Bilingual(keyword.Labels.GetValueOrDefault("fr"), keyword.Labels.GetValueOrDefault("en")));
        matcher = new(keywords.Select(keyword => (keyword.Id, (IReadOnlyList<string>)keyword.Phrases)));
        topics = new(script.WordsOf([Topic]).Select(keyword => (keyword.Id, (IReadOnlyList<string>)keyword.Phrases)));
    }

    /// <summary>Those of a version of the scripts, made once.</summary>
    public static WishWords Of(Script script) => OfScripts.GetValue(script, static one => new(one));

    /// <summary>How something is said back; empty when it has no words for that.</summary>
    public Bilingual Label(string group, string name) => labels.GetValueOrDefault($"{group}-{name}", Bilingual.Empty);

    /// <summary>What a text names.</summary>
    public NamedWords Read(string text)
    {
        var matches = matcher.MatchAll(TextFolding.Fold(text), out var words);
        return new(words, matches);
    }

    /// <summary>The topics that a title names.</summary>
    public IEnumerable<string> TopicsIn(string text) => topics.MatchAll(TextFolding.Fold(text)).Select(match => match.Key[(Topic.Length + 1)..]);
}
