namespace AppelAide.Dialogue.Language;

/// <summary>A phrase of the matcher, as written in a list of keywords: its markers read, its words folded.</summary>
internal sealed record Phrase(string Key, string[] Words, bool ExactOnly, bool WholeTextOnly)
{
    internal const int MostWords = 60;

    internal int Letters { get; } = Words.Sum(word => word.Length);

    /// <summary>The phrase, and as people text it: without its apostrophes and hyphens (<c>jai faim</c>, <c>rendezvous</c>).</summary>
    internal static IEnumerable<Phrase> Read(string key, string written)
    {
        var words = written.Trim();
        var exactOnly = false;
        var wholeTextOnly = false;
        while (words.Length > 0 && words[0] is '=' or '^')
        {
            exactOnly |= words[0] == '=';
            wholeTextOnly |= words[0] == '^';
            words = words[1..];
        }

        var spaced = TextFolding.Tokens(words);
        if (spaced.Length is 0 or > MostWords)
            yield break;
        yield return new Phrase(key, spaced, exactOnly, wholeTextOnly);

        var glued = TextFolding.Tokens(string.Concat(words.Split('\'', '’', '-')));
        if (glued.Length != spaced.Length && glued.Length > 0)
            yield return new Phrase(key, glued, exactOnly, wholeTextOnly);
    }
}
