using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The words of every training of a directory: those of its title, of its description, of who gives it and where, in both languages.</summary>
internal sealed class OwnWords
{
    private const int ShortestWord = 3;

    // A shorter word that is misspelt is another word.
    private const int ShortestMisspelt = 6;

    private readonly FrozenDictionary<string, Entry> trainings;
    private readonly PhraseMatcher spelling;

    public OwnWords(ImmutableArray<TrainingSession> sessions, WishWords known)
    {
        trainings = sessions.GroupBy(session => session.Training.Id).ToFrozenDictionary(group => group.Key, group => Entry.Of([.. group], known));
        spelling = new(trainings.Values.SelectMany(entry => entry.All).Distinct().Order(StringComparer.Ordinal).Select(word => (word, (IReadOnlyList<string>)[word])));
    }

    /// <summary>Those of some folded words that trainings say, as trainings spell them.</summary>
    public ImmutableArray<string> Find(string words) => words.Length == 0 ? [] :
    [
        .. spelling.MatchAll(string.Join(' ', words.Split(' ').Select(Stem))).Where(match => match.Score >= 1 || match.Key.Length >= ShortestMisspelt).Select(match => match.Key),
    ];

    /// <summary>Whether some title says one of some words.</summary>
    public bool IsInSomeTitle(string words) => Find(words) is { IsEmpty: false } found && trainings.Values.Any(entry => found.Any(entry.Title.Contains));

    /// <summary>How many of some words (of <see cref="Find"/>) a training says.</summary>
    public (int InTitle, int Anywhere) Count(Training training, ImmutableArray<string> words)
    {
        if (words.IsEmpty || !trainings.TryGetValue(training.Id, out var entry)) return (0, 0);
        return (words.Count(entry.Title.Contains), words.Count(entry.All.Contains));
    }

    /// <summary>Whether a training is about a topic: it is filed there, or its title names it.</summary>
    public bool IsAbout(Training training, string topic) =>
        training.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase) || (trainings.TryGetValue(training.Id, out var entry) && entry.Topics.Contains(topic));

    /// <summary>Without the mark of the plural, so that "photos" finds "photo".</summary>
    private static string Stem(string word) => word.Length > ShortestWord && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static IEnumerable<string> Words(params IEnumerable<string> texts) =>
        texts.SelectMany(TextFolding.Tokens).Where(word => word.Length >= ShortestWord).Select(Stem);

    private sealed record Entry(FrozenSet<string> Title, FrozenSet<string> All, FrozenSet<string> Topics)
    {
        public static Entry Of(ImmutableArray<TrainingSession> sessions, WishWords known)
        {
            var training = sessions[0].Training;
            var title = Words(training.Title.Fr, training.Title.En).ToFrozenSet(StringComparer.Ordinal);
            var kind = known.Label(WishWords.Kind, training.Kind);
            var all = Words(training.Description.Fr, training.Description.En, training.Organization, kind.Fr, kind.En)
                .Concat(Words(sessions.Select(session => session.Where).Distinct())).Concat(title);
            return new(title, all.ToFrozenSet(StringComparer.Ordinal), known.TopicsIn(training.Title.Fr).Concat(known.TopicsIn(training.Title.En)).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        }
    }
}
