using System.Collections.Frozen;
using System.Numerics;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// The words of a matcher's phrases, arranged so that a text's word finds the ones it may be a misspelling of without being compared with
/// all: by length, then by the letters they hold, and only then by spelling distance.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestMisspelt = 40;
    private const double Elided = 0.5;
    private const int ShortestElided = 4;

    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenDictionary<string, int[]> _byEar;
    private readonly string[] _words;
    private readonly string[] _ears;
    private readonly uint[] _letters;
    private readonly int[] _firstOfLength;

    internal Vocabulary(IEnumerable<string> words)
    {
        _words = [.. words.Distinct().OrderBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
        _ears = [.. _words.Select(word => SpellingByEar.Key(word))];
        _letters = [.. _words.Select(word => LettersOf(word))];
        _ids = _words.Index().ToFrozenDictionary(word => word.Item, word => word.Index);
        _byEar = _ears.Index().Where(ear => ear.Item.Length > 0)
            .GroupBy(ear => ear.Item, ear => ear.Index).ToFrozenDictionary(ears => ears.Key, ears => ears.ToArray());
        _firstOfLength = [.. Enumerable.Range(0, LongestMisspelt + 4).Select(length => _words.Count(word => word.Length < length))];
    }

    internal int Count => _words.Length;

    internal int IdOf(string word) => _ids[word];

    /// <summary>Adds the words that <paramref name="word"/> may be, with what separates it from each (0 for itself).</summary>
    internal void FindInto(string word, List<(int Id, double Cost)> found)
    {
        if (_ids.TryGetValue(word, out var id))
            found.Add((id, 0));
        if (SpellingDistance.Allowed(word.Length) == 0 || word.Length > LongestMisspelt || CommonWords.Contains(word))
            return;

        var ear = SpellingByEar.Key(word);
        if (ear.Length > 0 && _byEar.TryGetValue(ear, out var alike))
            foreach (var candidate in alike)
                Consider(candidate);

        var allowed = SpellingDistance.Allowed(word.Length);
        var letters = LettersOf(word);
        var end = _firstOfLength[word.Length + allowed + 1];
        for (var candidate = _firstOfLength[word.Length - allowed]; candidate < end; candidate++)
            if (BitOperations.PopCount(letters ^ _letters[candidate]) <= 2 * allowed && (ear.Length == 0 || _ears[candidate] != ear))
                Consider(candidate);

        if (WithoutElision(word) is { } rest && _ids.TryGetValue(rest, out var elided))
            found.Add((elided, Elided));

        void Consider(int candidate)
        {
            var cost = SpellingDistance.Cost(word, ear, _words[candidate], _ears[candidate]);
            if (cost is > 0 and < SpellingDistance.Apart)
                found.Add((candidate, cost));
        }
    }

    // People text the apostrophe away: "besoin daide", "lhopital".
    private static string? WithoutElision(string word)
    {
        var article = word.StartsWith("qu", StringComparison.Ordinal) ? 2 : 1;
        return word.Length >= article + ShortestElided
            && (article == 2 || word[0] is 'l' or 'd')
            && word[article] is 'a' or 'e' or 'h' or 'i' or 'o' or 'u' or 'y'
                ? word[article..]
                : null;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }
}
