namespace AppelAide.Dialogue.Language;

/// <summary>
/// How far apart two spellings are: Damerau–Levenshtein distance, optimal string alignment (an insertion, a deletion, a substitution or two
/// neighbours swapped each count 1, and no part is edited twice). Words are expected folded (<see cref="TextFolding"/>).
/// </summary>
public static class SpellingDistance
{
    /// <summary>What <see cref="Cost"/> answers for words that are not the same word misspelt.</summary>
    internal const double Apart = double.PositiveInfinity;

    private const int LongestShortWord = 5;

    // For each letter, the keys around it on a QWERTY keyboard.
    private static readonly string[] KeysBeside =
    [
        "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk", "bhjm", "iklp", "ol", "wa", "edft",
        "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx",
    ];

    // Written by ear counts less than a slip of the fingers: the word was certainly meant.
    private const double ByEar = 0.5;

    /// <summary>The distance, or <paramref name="bound"/> + 1 when it is greater. Takes time in proportion to length × bound.</summary>
    /// <param name="a">A word.</param>
    /// <param name="b">A word.</param>
    /// <param name="bound">The greatest distance of interest, 0 or more.</param>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int bound)
    {
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        bound = Math.Min(Math.Max(bound, 0), Math.Max(a.Length, b.Length));
        if (Math.Abs(a.Length - b.Length) > bound)
            return bound + 1;
        if (a.Length == 0 || b.Length == 0)
            return Math.Max(a.Length, b.Length);
        return Align(a, b, bound);
    }

    /// <summary>How many slips a word may hold and still be recognised: none up to 3 letters, 1 from 4 to 8, 2 from 9.</summary>
    /// <param name="length">Letters of the shorter of the two words.</param>
    public static int Allowed(int length) => length switch { <= 3 => 0, <= 8 => 1, _ => 2 };

    /// <summary>
    /// Whether two words are the same but for a slip of the fingers or a spelling by ear (<c>formasion</c>, <c>chofage</c>). A word that
    /// holds anything but letters is like itself alone. Symmetric.
    /// </summary>
    /// <param name="a">A folded word.</param>
    /// <param name="b">A folded word.</param>
    public static bool Similar(string a, string b) => a == b || Cost(a, SpellingByEar.Key(a), b, SpellingByEar.Key(b)) < Apart;

    /// <summary>0 for the same word, 0.5 for one written by ear, else the distance; <see cref="Apart"/> for another word.</summary>
    internal static double Cost(ReadOnlySpan<char> a, ReadOnlySpan<char> earA, ReadOnlySpan<char> b, ReadOnlySpan<char> earB)
    {
        if (a.SequenceEqual(b))
            return 0;
        var shorter = Math.Min(a.Length, b.Length);
        var allowed = Allowed(shorter);
        if (allowed == 0 || a.ContainsAnyExceptInRange('a', 'z') || b.ContainsAnyExceptInRange('a', 'z'))
            return Apart;
        if (earA.Length > 0 && earA.SequenceEqual(earB))
            return ByEar;

        // People rarely miss the first letter, and words that differ by it are mostly other words: information, formation; foyer, loyer.
        if (a[0] != b[0])
            allowed = shorter >= 7 ? 1 : 0;
        var distance = Distance(a, b, allowed);
        if (distance > allowed)
            return Apart;
        return shorter > LongestShortWord || IsSlipOfFinger(a, b) ? distance : Apart;
    }

    // In a short word, one letter changed makes another word too often (faim, fait; avis, avais). Taken for slips: two letters swapped, the
    // key beside, and, in four letters, one held too long or one more or less at the end.
    private static bool IsSlipOfFinger(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var at = a.CommonPrefixLength(b);
        if (a.Length == b.Length)
            return KeysBeside[a[at] - 'a'].Contains(b[at], StringComparison.Ordinal)
                || (at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at]);

        var shorter = Math.Min(a.Length, b.Length);
        var longer = a.Length > b.Length ? a : b;
        return shorter > 4 || at == shorter || longer[at] == longer[at - 1];
    }

    // Three rows of the classic table, only the diagonal band that can stay within the bound.
    private static int Align(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int bound)
    {
        var width = b.Length + 1;
        var table = width <= 64 ? stackalloc int[3 * width] : new int[3 * width];
        table.Fill(bound + 1);
        var beforePrevious = table[..width];
        var previous = table[width..(2 * width)];
        var current = table[(2 * width)..];
        for (var j = 0; j <= Math.Min(b.Length, bound); j++)
            previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var from = Math.Max(1, i - bound);
            var to = Math.Min(b.Length, i + bound);
            current[from - 1] = from == 1 ? Math.Min(i, bound + 1) : bound + 1;
            var best = current[from - 1];
            for (var j = from; j <= to; j++)
            {
                var cost = Math.Min(
                    previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                    1 + Math.Min(current[j - 1], j < i + bound ? previous[j] : bound));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, beforePrevious[j - 2] + 1);
                current[j] = Math.Min(cost, bound + 1);
                best = Math.Min(best, current[j]);
            }

            if (best > bound)
                return bound + 1;
            var free = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = free;
        }

        return previous[b.Length];
    }
}
