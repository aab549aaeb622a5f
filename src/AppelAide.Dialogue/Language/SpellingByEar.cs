namespace AppelAide.Dialogue.Language;

/// <summary>
/// A rough key of how a French word sounds, so that words written by ear are found: <c>chofage</c> and <c>chauffage</c>, <c>kebec</c> and
/// <c>Québec</c>, <c>manjer</c> and <c>manger</c>. Coarse on purpose; used only for equality, and only for words long enough to be told apart.
/// </summary>
internal static class SpellingByEar
{
    private const int ShortestWord = 5;
    private const int LongestWord = 40;
    private const int ShortestKey = 4;

    /// <summary>The key of a folded word; empty when it is too short, too long, not all letters, or would sound too much like others.</summary>
    internal static string Key(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord || word.ContainsAnyExceptInRange('a', 'z'))
            return "";
        word = WithoutSilentEnding(word);
        Span<char> key = stackalloc char[2 * word.Length];
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var (sound, taken) = Next(word, i);
            i += taken;
            foreach (var part in sound)
                if (length == 0 || key[length - 1] != part)
                    key[length++] = part;
        }

        return length < ShortestKey ? "" : new string(key[..length]);
    }

    private static ReadOnlySpan<char> WithoutSilentEnding(ReadOnlySpan<char> word)
    {
        if (word[^1] is 's' or 'x')
            word = word[..^1];
        return word[^1] is 'e' or 't' or 'd' or 'p' ? word[..^1] : word;
    }

    // Upper case stands for sounds that no single letter writes: A = an, I = in, O = on, C = ch, E = é/è.
    private static (string Sound, int Taken) Next(ReadOnlySpan<char> word, int i)
    {
        var rest = word[i..];
        if (rest.StartsWith("tion"))
            return ("siO", 4);
        if (rest.StartsWith("oin") && IsNasal(word, i + 2))
            return ("uI", 3);
        if (rest.StartsWith("eau"))
            return ("o", 3);
        if ((rest.StartsWith("ain") || rest.StartsWith("aim") || rest.StartsWith("ein")) && IsNasal(word, i + 2))
            return ("I", 3);
        if (rest.Length >= 2)
        {
            if (rest[1] is 'n' or 'm' && IsNasal(word, i + 1))
            {
                var nasal = rest[0] switch { 'a' or 'e' => "A", 'i' or 'y' => "I", 'o' => "O", _ => null };
                if (nasal is not null)
                    return (nasal, 2);
            }

            var pair = rest[..2] switch
            {
                "ch" or "sh" => "C",
                "ph" => "f",
                "qu" => "k",
                "au" => "o",
                "ou" => "u",
                "oi" => "ua",
                "ai" or "ei" => "E",
                "er" or "ez" or "et" when rest.Length == 2 => "E",
                "ge" when rest.Length > 2 && rest[2] is 'a' or 'o' => "j",
                "gu" when rest.Length > 2 && rest[2] is 'e' or 'i' => "g",
                _ => null,
            };
            if (pair is not null)
                return (pair, 2);
        }

        var soft = rest.Length >= 2 && rest[1] is 'e' or 'i' or 'y';
        return rest[0] switch
        {
            'h' => ("", 1),
            'c' => (soft ? "s" : "k", 1),
            'g' => (soft ? "j" : "g", 1),
            'q' => ("k", 1),
            'y' => ("i", 1),
            'z' => ("s", 1),
            'e' => ("E", 1),
            var other => (Letters[other - 'a'], 1),
        };
    }

    private static readonly string[] Letters = [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())];

    // An n or m makes the vowel before it nasal unless a vowel, n or m follows.
    private static bool IsNasal(ReadOnlySpan<char> word, int i) =>
        i + 1 == word.Length || word[i + 1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'n' or 'm' or 'h');
}
