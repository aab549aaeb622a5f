using System.Collections.Immutable;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Finds known phrases anywhere in what a citizen said or texted, small misspellings included. Built once, immutable, safe to share. Only the
/// first 60 words of a text are read, so the cost of a match is bounded whatever is sent.
/// </summary>
/// <remarks>
/// A phrase may begin with markers: <c>=</c> takes it exactly as spelt (accents and case aside), <c>^</c> takes it only when it is the whole
/// text, politeness aside (<c>^arrêt</c> is found in "Arrêt svp", not in "l'arrêt d'autobus"), <c>~</c> makes it an order (<see cref="FindOrder"/>), <c>+</c> puts it before what else is named, <c>-</c> after.
/// <c>...</c> between two words lets up to 4 others stand there; elsewhere only small words may (<c>aide pour mon ordinateur</c> says
/// <c>aide ordinateur</c>). Words of 3 letters or fewer, and very common words, are always taken exactly. A phrase is also found as people text
/// it: without its apostrophes and hyphens, in short forms, run together, spaced out.
/// </remarks>
public sealed class PhraseMatcher
{
    // A longer phrase wins over a shorter one within it unless it is this many letters a slip less certain.
    private const int LettersLostToASlip = 3;

    private const int WidestGap = 4;
    private const int MostSmallWordsBetween = 2;
    private const double CostOfSmallWord = 0.2;
    private const int FewWords = 3;

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
        var found = Find(_vocabulary.Read(foldedText), orders: false);
        return found.Min()?.Match;
    }

    /// <summary>
    /// All that the text says, best first: at most one match for a key, and none over words that a better match took, unless it is as good
    /// on the very same words (a phrase listed under two keys).
    /// </summary>
    /// <param name="foldedText">A text folded by <see cref="TextFolding.Fold"/>.</param>
    public ImmutableArray<PhraseMatch> MatchAll(string foldedText) => MatchAll(_vocabulary.Read(foldedText));

    /// <summary>
    /// An order in a text: a word of it (STOP, arrêtez) with nothing else but small words, politeness, haste, anger, or words about messages;
    /// in the whole text or in a sentence of it. Or beside politeness; or at the very beginning, before a new sentence. In a text of three words
    /// or fewer that names nothing else, beside anything. Never after an article or in a denial (mon arrêt, bus stop, can't stop).
    /// </summary>
    /// <param name="text">As it was written, punctuation and all.</param>
    /// <param name="namesNothingElse">Whether no other phrase was found in it.</param>
    public PhraseMatch? FindOrder(string text, bool namesNothingElse) => FindOrderIn(Read(TextFolding.Fold(text)), text, namesNothingElse);

    /// <summary>Reads a text once, for several questions.</summary>
    internal Reading Read(string foldedText) => _vocabulary.Read(foldedText);

    internal PhraseMatch? FindOrderIn(Reading whole, string text, bool namesNothingElse)
    {
        var orders = Find(whole, orders: true);
        if (orders.Count == 0) return null;
        if (OrderIn(whole, orders, namesNothingElse) is { } order) return order;
        if (Sentences.Shouted(text) is { Length: > 0 } shouted && OrderIn(shouted) is { } cried) return cried;
        var sentences = Sentences.Of(text);
        return sentences.Count < 2 ? null : sentences.Select(OrderIn).FirstOrDefault(found => found is not null);
    }

    /// <inheritdoc cref="MatchAll(string)"/>
    /// <param name="foldedText">A text folded by <see cref="TextFolding.Fold"/>.</param>
    /// <param name="words">The words that were read: those of the text, short forms spelt out.</param>
    public ImmutableArray<PhraseMatch> MatchAll(string foldedText, out string[] words)
    {
        var reading = _vocabulary.Read(foldedText);
        words = reading.Words.ToArray();
        return MatchAll(reading);
    }

    internal ImmutableArray<PhraseMatch> MatchAll(Reading reading)
    {
        var found = Find(reading, orders: false);
        found.Sort();
        var kept = ImmutableArray.CreateBuilder<PhraseMatch>();
        var taken = new List<Found>();
        foreach (var candidate in found)
        {
            if (taken.Exists(other => other.Match.Overlaps(candidate.Match) && !other.IsAsGood(candidate)))
                continue;
            taken.Add(candidate);
            // What only counts when nothing else is named does not hide what does.
            if (!kept.Any(match => match.Key == candidate.Match.Key && match.IsLast == candidate.Match.IsLast))
                kept.Add(candidate.Match);
        }

        return kept.ToImmutable();
    }

    private PhraseMatch? OrderIn(string sentence)
    {
        var reading = Read(TextFolding.Fold(sentence));
        return OrderIn(reading, Find(reading, orders: true), false);
    }

    private static PhraseMatch? OrderIn(Reading reading, List<Found> orders, bool namesNothingElse)
    {
        if (orders.Count == 0) return null;
        var (words, isWhole) = (reading.Words.ToArray(), reading.IsWhole);
        orders.Sort();
        var ofOrders = orders.Aggregate(0UL, (taken, order) => taken | order.Match.Words);
        var meant = Politeness.Trim(words);
        foreach (var match in orders.Select(order => order.Match))
        {
            var after = match.Last + 1;
            if (match.Start > 0 && SmallWords.DenyOrderAfter(words[match.Start - 1])) continue;
            if (after < words.Length && SmallWords.DenyOrderBefore(words[after])) continue;
            if (isWhole && Enumerable.Range(0, words.Length).All(i => (ofOrders >> i & 1) != 0 || SmallWords.MaySurroundOrder(words[i]) || i < meant.Start || i >= meant.End))
                return match;
            if (Politeness.Trim(words.AsSpan(after)).Start > 0 || (after == words.Length && Politeness.Trim(words.AsSpan(0, match.Start)).End < match.Start))
                return match;
            if (match.Start == meant.Start && match.Score == 1 && after < words.Length && SmallWords.BeginSentence(words[after]) && !(words[after] == "vous" && words[after - 1].EndsWith("ez", StringComparison.Ordinal)))
                return match;
            if (match.Score == 1 && after == words.Length && words[^1].EndsWith("ez", StringComparison.Ordinal))
                return match;
            if (namesNothingElse && isWhole && words[meant.Start..meant.End].Count(word => word.Length > 1) <= FewWords)
                return match;
        }

        return null;
    }

    private List<Found> Find(Reading reading, bool orders)
    {
        var found = new List<Found>();
        var meant = reading.IsWhole && reading.Count > 0 ? Politeness.Trim(reading.Words) : (Start: -1, End: -1);
        for (var start = 0; start < reading.Count; start++)
            foreach (var (id, own) in reading.CandidatesOf(start))
                foreach (var (phrase, ids) in _byFirstWord[id])
                {
                    if (phrase.IsOrder != orders)
                        continue;
                    var (matched, cost) = Follow(phrase, ids, start, own);
                    if (cost == SpellingDistance.Apart || (cost > 0 && phrase.ExactOnly))
                        continue;
                    if (phrase.WholeTextOnly && !(reading.IsWhole && IsAll(matched, 0, reading.Count)) && !IsAll(matched, meant.Start, meant.End))
                        continue;
                    found.Add(new Found(phrase, cost, start, matched, found.Count));
                }

        return found;

        (ulong Matched, double Cost) Follow(Phrase phrase, int[] ids, int start, double cost)
        {
            var matched = 1UL << start;
            var next = start + 1;
            for (var word = 1; word < ids.Length; word++)
            {
                var (at, most) = (next, next + (phrase.Gaps[word] ? WidestGap : MostSmallWordsBetween));
                var own = SpellingDistance.Apart;
                for (; at < reading.Count && at <= most; at++)
                {
                    own = reading.CostOf(at, ids[word]);
                    if (own < SpellingDistance.Apart || (!phrase.Gaps[word] && !SmallWords.MayStandBetween(reading[at]))) break;
                }

                if (own == SpellingDistance.Apart) return (0, own);
                cost += own + (CostOfSmallWord * (at - next));
                matched |= 1UL << at;
                next = at + 1;
            }

            return (matched, cost);
        }
    }

    private static bool IsAll(ulong matched, int start, int end) => end > start && start >= 0 && matched == ((1UL << (end - start)) - 1) << start;

    // Sorts best first.
    private sealed class Found(Phrase phrase, double cost, int start, ulong words, int order) : IComparable<Found>
    {
        internal PhraseMatch Match { get; } = new(phrase.Key, 1 - Math.Min(1, cost / phrase.Letters), start, phrase.Words.Length) { Words = words, IsFirst = phrase.Marks.HasFlag(PhraseMarks.First), IsLast = phrase.Marks.HasFlag(PhraseMarks.Last) };

        private double Strength { get; } = phrase.Letters - (LettersLostToASlip * cost);

        private bool IsWhole { get; } = phrase.WholeTextOnly;

        private int Order { get; } = order;

        public int CompareTo(Found? other) =>
            other is null ? -1 : (other.Strength, other.IsWhole, Order).CompareTo((Strength, IsWhole, other.Order));

        internal bool IsAsGood(Found other) =>
            (Match.Words, Strength, IsWhole) == (other.Match.Words, other.Strength, other.IsWhole);
    }
}
