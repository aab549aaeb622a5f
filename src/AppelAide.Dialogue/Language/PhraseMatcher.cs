using System.Collections.Immutable;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Finds known phrases anywhere in what a citizen said or texted, small misspellings included. Built once, immutable, safe to share. Only the
/// first 60 words of a text are read, so the cost of a match is bounded whatever is sent.
/// </summary>
/// <remarks>
/// A phrase may begin with markers: <c>=</c> takes it exactly as spelt (accents and case aside), <c>^</c> takes it only when it is the whole
/// text, politeness aside (<c>^arrêt</c> is found in "Arrêt svp", not in "l'arrêt d'autobus"). Words of 3 letters or fewer, and very common
/// words, are always taken exactly. A phrase is also found as people text it, without its apostrophes and hyphens.
/// </remarks>
public sealed class PhraseMatcher
{
    // A longer phrase wins over a shorter one within it unless it is this many letters a slip less certain.
    private const int LettersLostToASlip = 3;

    private readonly Vocabulary _vocabulary;
    private readonly (Phrase Phrase, int[] Words)[][] _byFirstWord;

    /// <summary>Builds a matcher.</summary>
    /// <param name="entries">What each list of phrases stands for; where two phrases are as good on the same words, the earlier entry comes first.</param>
    public PhraseMatcher(IEnumerable<(string Key, IReadOnlyList<string> Phrases)> entries)
    {
        var phrases = entries.SelectMany(entry => entry.Phrases.SelectMany(phrase => Phrase.Read(entry.Key, phrase))).ToArray();
        _vocabulary = new Vocabulary(phrases.SelectMany(phrase => phrase.Words));
        var byFirstWord = phrases.Select(phrase => (phrase, Words: phrase.Words.Select(_vocabulary.IdOf).ToArray()))
            .ToLookup(phrase => phrase.Words[0]);
        _byFirstWord = [.. Enumerable.Range(0, _vocabulary.Count).Select(word => byFirstWord[word].ToArray())];
    }

    /// <summary>The best match: the longest and most exact; null when there is none.</summary>
    /// <param name="foldedText">A text folded by <see cref="TextFolding.Fold"/>.</param>
    public PhraseMatch? Match(string foldedText)
    {
        var found = Find(foldedText);
        return found.Min()?.Match;
    }

    /// <summary>
    /// All that the text says, best first: at most one match for a key, and none over words that a better match took, unless it is as good
    /// on the very same words (a phrase listed under two keys).
    /// </summary>
    /// <param name="foldedText">A text folded by <see cref="TextFolding.Fold"/>.</param>
    public ImmutableArray<PhraseMatch> MatchAll(string foldedText)
    {
        var found = Find(foldedText);
        found.Sort();
        var kept = ImmutableArray.CreateBuilder<PhraseMatch>();
        var taken = new List<Found>();
        foreach (var candidate in found)
        {
            if (taken.Exists(other => other.Match.Overlaps(candidate.Match) && !other.IsAsGood(candidate)))
                continue;
            taken.Add(candidate);
            if (!kept.Any(match => match.Key == candidate.Match.Key))
                kept.Add(candidate.Match);
        }

        return kept.ToImmutable();
    }

    private List<Found> Find(string foldedText)
    {
        var found = new List<Found>();
        if (foldedText.Length == 0)
            return found;

        var words = FirstWords(foldedText, out var isWhole);
        var candidates = new List<(int Id, double Cost)>();
        var ends = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _vocabulary.FindInto(words[i], candidates);
            ends[i] = candidates.Count;
        }

        var meant = isWhole ? Politeness.Trim(words) : (Start: -1, End: -1);
        for (var start = 0; start < words.Length; start++)
            for (var i = start == 0 ? 0 : ends[start - 1]; i < ends[start]; i++)
                foreach (var (phrase, ids) in _byFirstWord[candidates[i].Id])
                {
                    var end = start + ids.Length;
                    if (end > words.Length)
                        continue;
                    if (phrase.WholeTextOnly && !(isWhole && start == 0 && end == words.Length) && (start, end) != meant)
                        continue;
                    var cost = candidates[i].Cost;
                    for (var word = 1; word < ids.Length && cost < SpellingDistance.Apart; word++)
                        cost += CostAt(start + word, ids[word]);
                    if (cost < SpellingDistance.Apart && (cost == 0 || !phrase.ExactOnly))
                        found.Add(new Found(phrase, cost, start, found.Count));
                }

        return found;

        double CostAt(int word, int id)
        {
            for (var i = ends[word - 1]; i < ends[word]; i++)
                if (candidates[i].Id == id)
                    return candidates[i].Cost;
            return SpellingDistance.Apart;
        }
    }

    private static string[] FirstWords(string text, out bool isWhole)
    {
        var words = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > 0 && words.Count < Phrase.MostWords)
        {
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            if (word.Length > 0)
                words.Add(word.ToString());
            rest = space < 0 ? [] : rest[(space + 1)..];
        }

        isWhole = rest.Length == 0;
        return [.. words];
    }

    // Sorts best first.
    private sealed class Found(Phrase phrase, double cost, int start, int order) : IComparable<Found>
    {
        internal PhraseMatch Match { get; } = new(phrase.Key, 1 - Math.Min(1, cost / phrase.Letters), start, phrase.Words.Length);

        private double Strength { get; } = phrase.Letters - (LettersLostToASlip * cost);

        private bool IsWhole { get; } = phrase.WholeTextOnly;

        private int Order { get; } = order;

        public int CompareTo(Found? other) =>
            other is null ? -1 : (other.Strength, other.IsWhole, Order).CompareTo((Strength, IsWhole, other.Order));

        internal bool IsAsGood(Found other) =>
            (Match.Start, Match.Length, Strength, IsWhole) == (other.Match.Start, other.Match.Length, other.Strength, other.IsWhole);
    }
}
