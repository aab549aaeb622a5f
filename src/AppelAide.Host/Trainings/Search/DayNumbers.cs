using System.Collections.Frozen;
using System.Globalization;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Trainings.Search;

/// <summary>Days of the month and years as they are said and written: <c>3</c>, <c>1er</c>, <c>3rd</c>, <c>vingt et un</c>, <c>twenty-third</c>.</summary>
internal static class DayNumbers
{
    private const int MostWords = 3;

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["premier"] = 1,
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
        ["eleventh"] = 11,
        ["twelfth"] = 12,
        ["thirteenth"] = 13,
        ["fourteenth"] = 14,
        ["fifteenth"] = 15,
        ["sixteenth"] = 16,
        ["seventeenth"] = 17,
        ["eighteenth"] = 18,
        ["nineteenth"] = 19,
        ["twentieth"] = 20,
        ["thirtieth"] = 30,
    }.ToFrozenDictionary();

    /// <summary>The number that ends before a word, with where it begins; null when none does.</summary>
    public static (int Number, int Start)? Before(string[] words, int end)
    {
        for (var length = Math.Min(MostWords, end); length >= 1; length--)
            if (Read(words.AsSpan(end - length, length)) is { } number) return (number, end - length);
        return null;
    }

    /// <summary>The number that begins at a word, with where it ends; null when none does.</summary>
    public static (int Number, int End)? At(string[] words, int start)
    {
        for (var length = Math.Min(MostWords, words.Length - start); length >= 1; length--)
            if (Read(words.AsSpan(start, length)) is { } number) return (number, start + length);
        return null;
    }

    /// <summary>Whether a word can only be a day of the month: <c>15th</c>, <c>1er</c>.</summary>
    public static bool IsOrdinal(string word) => Ordinals.ContainsKey(word) || (WithoutEnding(word) is { } digits && digits.Length < word.Length);

    /// <summary>A year of our time.</summary>
    public static int? Year(string word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 ? year : null;

    private static int? Read(ReadOnlySpan<string> words)
    {
        if (words is [var only])
        {
            if (Ordinals.TryGetValue(only, out var ordinal)) return ordinal;
            if (WithoutEnding(only) is { } digits) return digits.Length <= 2 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
            return char.IsAsciiDigit(only[0]) ? null : Small(SpokenNumber.Understand(only));
        }

        // Words alone: "3 5" is no number.
        foreach (var word in words)
            if (word.Length == 0 || char.IsAsciiDigit(word[0])) return null;
        if (words is [var tens, var last] && Ordinals.TryGetValue(last, out var ones) && ones < 10 && SpokenNumber.Understand(tens) is 20 or 30)
            return SpokenNumber.Understand(tens) + ones;
        if (SpokenNumber.Understand(words[0]) is null || SpokenNumber.Understand(words[^1]) is null) return null;
        var joined = Small(SpokenNumber.Understand(string.Join(' ', words!)));
        // "Cinq deux" is 52 to a keypad, and no day.
        return joined is > 20 ? joined : joined is 17 or 18 or 19 ? joined : null;
    }

    private static int? Small(int? number) => number is >= 0 and < 100 ? number : null;

    // The digits of "3", "1er", "3rd", "21e"; null when the word is anything else.
    private static string? WithoutEnding(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        return digits > 0 && word[digits..] is "" or "er" or "e" or "ere" or "eme" or "ieme" or "st" or "nd" or "rd" or "th" ? word[..digits] : null;
    }
}
