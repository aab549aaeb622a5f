namespace AppelAide.Dialogue.Language;

/// <summary>A phrase of the matcher, as written in a list of keywords: its markers read, its words folded.</summary>
/// <param name="Key">What it stands for.</param>
/// <param name="Words">Its words, in order.</param>
/// <param name="Gaps">For each word, whether others may stand before it.</param>
/// <param name="Marks">How strictly it is taken.</param>
internal sealed record Phrase(string Key, string[] Words, bool[] Gaps, PhraseMarks Marks)
{
    internal const int MostWords = 60;

    private const string Gap = "...";

    internal int Letters { get; } = Words.Sum(word => word.Length);

    internal bool ExactOnly => Marks.HasFlag(PhraseMarks.Exact);

    internal bool WholeTextOnly => Marks.HasFlag(PhraseMarks.Whole);

    internal bool IsOrder => Marks.HasFlag(PhraseMarks.Order);

    /// <summary>The phrase, and as people text it: without its apostrophes and hyphens (<c>jai faim</c>, <c>rendezvous</c>).</summary>
    internal static IEnumerable<Phrase> Read(string key, string written)
    {
        var words = written.Trim();
        var marks = PhraseMarks.None;
        for (; words.Length > 0 && MarkOf(words[0]) is var mark and not PhraseMarks.None; words = words[1..])
            marks |= mark;
        if (Read(words) is not { Words.Length: > 0 and <= MostWords } spaced)
            yield break;
        yield return new Phrase(key, spaced.Words, spaced.Gaps, marks);
        if (Read(string.Concat(words.Split('\'', '’', '-'))) is { Words.Length: > 0 } glued && !glued.Words.SequenceEqual(spaced.Words))
            yield return new Phrase(key, glued.Words, glued.Gaps, marks);
    }

    private static (string[] Words, bool[] Gaps) Read(string written)
    {
        var words = new List<string>();
        var gaps = new List<bool>();
        foreach (var part in written.Split(Gap))
        {
            var first = true;
            foreach (var word in ShortForms.Expand(TextFolding.Tokens(part)))
            {
                words.Add(word);
                gaps.Add(first && words.Count > 1);
                first = false;
            }
        }

        return ([.. words], [.. gaps]);
    }

    private static PhraseMarks MarkOf(char letter) => letter switch
    {
        '=' => PhraseMarks.Exact,
        '^' => PhraseMarks.Whole,
        '~' => PhraseMarks.Order,
        '+' => PhraseMarks.First,
        '-' => PhraseMarks.Last,
        _ => PhraseMarks.None,
    };
}
