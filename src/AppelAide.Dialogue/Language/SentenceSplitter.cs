using System.Buffers;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Finds where a text may be cut. A doubtful end of sentence is taken for none: a message a little shorter is better than a name,
/// a date or a telephone number in two.
/// </summary>
public static class SentenceSplitter
{
    private const int CommonWordsAfterAName = 5;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?");

    private static readonly HashSet<string> Abbreviations = new(
        ("app apt av ave boul bur ch cie dr dre ex ext inc jr ltée mlle mme mr mrs ms no prov rte sr st ste tel tél "
            + "dim lun mar mer jeu ven sam sun mon tue wed thu fri sat "
            + "janv févr avr juil sept oct nov déc jan feb aug dec").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences, trimmed, in order; none for a blank text.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text, start, i))
                continue;
            var sentence = text[start..(i + 1)].Trim();
            start = i + 1;
            if (sentence.Length > 0)
                yield return sentence;
        }

        var last = text[start..].Trim();
        if (last.Length > 0)
            yield return last;
    }

    /// <summary>
    /// The longest beginning of a too long sentence that fits: up to a breath, or else amid common words, far from a name, or else a space, or else
    /// anywhere: GSM-7 has no halves.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="fits">Whether a beginning fits.</param>
    /// <returns>Characters, at least 1.</returns>
    public static int Breath(string sentence, Func<string, bool> fits)
    {
        // A shorter beginning of a text that fits, fits: halving finds the longest.
        int low = 1, high = sentence.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (fits(sentence[..middle]))
                low = middle;
            else
                high = middle - 1;
        }

        return LastCut(sentence, low, low / 2, IsBreath)
            ?? LastCut(sentence, low, low / 2, IsAmidCommonWords)
            ?? LastCut(sentence, low, 1, IsBreath)
            ?? LastCut(sentence, low, low / 2, (text, at) => char.IsLower(text[at - 1]) && char.IsLower(text[at + 1]))
            ?? LastCut(sentence, low, low / 2, (_, _) => true)
            ?? low;
    }

    /// <summary>After a comma or its kin; but the number of a door belongs to its street: <c>16, rue du Quai</c>.</summary>
    private static bool IsBreath(string text, int at) => text[at - 1] is ',' or ';' or ':' && at > 1 && !char.IsAsciiDigit(text[at - 2]);

    /// <summary>A name may end in common words (La Marmite qui chante), and few go on for long.</summary>
    private static bool IsAmidCommonWords(string text, int at)
    {
        if (!char.IsLower(text[at + 1]))
            return false;
        var end = at;
        for (var word = 0; word < CommonWordsAfterAName; word++)
        {
            var start = end > 0 ? text.LastIndexOf(' ', end - 1) : -1;
            if (start < 0 || !text.AsSpan(start + 1, end - start - 1).ContainsAnyInRange('a', 'z') || !char.IsLower(text[start + 1]))
                return false;
            end = start;
        }

        return true;
    }

    /// <summary>The last space, between two places of what fits, where a cut is allowed.</summary>
    private static int? LastCut(string sentence, int length, int from, Func<string, int, bool> allowed)
    {
        for (var i = Math.Min(length, sentence.Length - 2); i > from; i--)
        {
            if (sentence[i] == ' ' && allowed(sentence, i))
                return i;
        }

        return null;
    }

    private static bool IsEnd(string text, int start, int index)
    {
        if (text[index] == '\n')
            return true;
        if (!Ends.Contains(text[index]) || index + 1 >= text.Length || !char.IsWhiteSpace(text[index + 1]))
            return false;
        var next = text.AsSpan(index + 1).TrimStart().TrimStart('"');
        if (next.IsEmpty || !char.IsUpper(next[0]))
            return false;
        return text[index] != '.' || !IsAbbreviation(text.AsSpan(start, index - start));
    }

    /// <summary>Whether the full stop belongs to the word before it: <c>M.</c>, <c>p.m.</c>, <c>mar.</c>, <c>boul.</c></summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '(', '\'') + 1)..];
        if (word.IsEmpty || !char.IsLetter(word[^1]))
            return false;
        return word.Length == 1 || word.Contains('.') || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
