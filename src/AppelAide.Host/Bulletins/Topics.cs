using System.Runtime.CompilerServices;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Bulletins;

/// <summary>
/// What citizens may be told of: the news of their place, training, and the needs of the scripts that a keyword has the name of: families, and
/// the Internet. Whoever asks for news of another need is told of its family: a bulletin then reaches everybody whom it concerns. The words for each
/// are those of the scripts: the keywords <c>news</c> and <c>training</c>, the needs, and the keyword of a need's own name.
/// </summary>
internal sealed class Topics
{
    /// <summary>News of the municipality and the community.</summary>
    public const string News = "news";

    /// <summary>Training sessions.</summary>
    public const string Training = "training";

    private const string Wish = "subscribe";
    private const string Unwish = "unsubscribe-topic";

    private static readonly ConditionalWeakTable<Script, Topics> Made = [];

    private readonly Script script;
    private readonly PhraseMatcher matcher;

    private Topics(Script script)
    {
        this.script = script;
        All = [News, Training, .. script.Needs.Keys.Where(IsTopic).Order(StringComparer.Ordinal)];
        matcher = new PhraseMatcher([.. All.Select(topic => (topic, Phrases(topic))), (Wish, Keyword(Wish)), (Unwish, Keyword(Unwish))]);
    }

    /// <summary>Their identifiers.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The topics of a script.</summary>
    public static Topics Of(Script script) => Made.GetValue(script, made => new Topics(made));

    /// <summary>The short name of a need; empty for the other topics, which sentences name in words of their own.</summary>
    public string Label(string topic, string language) => script.Needs.TryGetValue(topic, out var need) ? need.Labels.GetValueOrDefault(language, "") : "";

    /// <summary>What words ask to be told of, and what is left of them: where, perhaps.</summary>
    /// <param name="text">What was said or texted, or a topic's identifier.</param>
    /// <returns>The topic, empty when none is named; a need goes before training, and training before news ("les nouvelles du transport").</returns>
    public (string Topic, string Others) Read(string text)
    {
        if (All.Contains(text)) return (text, "");
        var named = matcher.MatchAll(TextFolding.Fold(text), out var words);
        var topic = named.Where(match => match.Key is not (Wish or Unwish)).OrderBy(match => Rank(match.Key)).FirstOrDefault();
        return (topic?.Key ?? "", string.Join(' ', words.Where((_, i) => !named.Any(match => match.Takes(i)))));
    }

    private static int Rank(string topic) => topic switch
    {
        News => 2,
        Training => 1,
        _ => 0,
    };

    private IReadOnlyList<string> Phrases(string topic) =>
        [.. script.Needs.Values.Where(need => need.Id == topic || (need.Parent == topic && !IsTopic(need.Id))).SelectMany(need => need.Spellings.Values.SelectMany(spelt => spelt)), .. Keyword(topic)];

    private bool IsTopic(string need) => script.Keywords.ContainsKey(need);

    private IReadOnlyList<string> Keyword(string id) => script.Keywords.TryGetValue(id, out var keyword) ? keyword.Phrases : [];
}
