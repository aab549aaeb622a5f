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
    private const int ShortestSpaced = 3;
    private const int LongestSpaced = 14;
    private const int ShortestParted = 6;
    private const int ShortestPart = 3;
    private const int LongestPart = 16;
    private const int ShortestStem = 6;
    private const int ShortestRest = 4;

    // See SpellingDistance.Cost.
    private const int ShortestOtherwise = 7;

    // Small words that others are stuck to.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue =
        "de d du des la le les l un une au je j ai est pas pour sur ma mon mes my the to for of need want svp avec dans".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
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
        _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _byEar = _ears.Index().Where(ear => ear.Item.Length > 0)
            .GroupBy(ear => ear.Item, ear => ear.Index).ToFrozenDictionary(ears => ears.Key, ears => ears.ToArray());
        _firstOfLength = [.. Enumerable.Range(0, LongestMisspelt + 4).Select(length => _words.Count(word => word.Length < length))];
    }

    internal int Count => _words.Length;

    internal int IdOf(string word) => _ids[word];

    /// <summary>
    /// The first words of a folded text, as these phrases' words are written: short forms written out (<c>qqn</c>), letters held too long let go
    /// (<c>stooop</c>), letters spaced out joined (<c>s t o p</c>), words run together parted (<c>jaifaim</c>).
    /// </summary>
    /// <param name="folded">A text folded by <see cref="TextFolding.Fold"/>.</param>
    internal Reading Read(string folded)
    {
        var reading = new Reading();
        var known = new Dictionary<string, List<(int Id, double Cost)>>(StringComparer.Ordinal);
        var rest = folded.AsSpan();
        while (rest.Length > 0)
        {
            var space = rest.IndexOf(' ');
            var word = (space < 0 ? rest : rest[..space]).ToString();
            rest = space < 0 ? [] : rest[(space + 1)..];
            if (word.Length == 0) continue;
            if (word.Length == 1 && Spaced(word, ref rest) is { } joined)
                Add(joined);
            else
                foreach (var part in ShortForms.Expand(Parted(Squeezed(word), Candidates)))
                    Add(part);
            if (reading.Count < Phrase.MostWords) continue;
            reading.IsWhole = rest.Length == 0;
            break;
        }

        return reading;

        void Add(string word)
        {
            if (reading.Count < Phrase.MostWords) reading.Add(word, Candidates(word));
            else reading.IsWhole = false;
        }

        List<(int Id, double Cost)> Candidates(string word)
        {
            if (known.TryGetValue(word, out var found)) return found;
            FindInto(word, known[word] = found = []);
            return found;
        }
    }

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
            // A word that begins otherwise is another word, unless both are long: the distance would say so, at a greater cost.
            if ((_words[candidate][0] == word[0] || (word.Length >= ShortestOtherwise && _words[candidate].Length >= ShortestOtherwise)) && BitOperations.PopCount(letters ^ _letters[candidate]) <= 2 * allowed && (ear.Length == 0 || _ears[candidate] != ear))
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

    // S T O P: single letters that make a known word.
    private string? Spaced(string first, ref ReadOnlySpan<char> rest)
    {
        var letters = first;
        var after = rest;
        while (after.Length > 0 && letters.Length < LongestSpaced && (after.Length == 1 || after[1] == ' '))
        {
            letters += after[0];
            after = after.Length == 1 ? [] : after[2..];
        }

        // The longest that is a word: what follows may be a small word of its own (w i f i à Gaspé).
        while (letters.Length >= ShortestSpaced && !_ids.ContainsKey(letters)) letters = letters[..^1];
        if (letters.Length < ShortestSpaced) return null;
        rest = rest.Length <= (2 * letters.Length) - 2 ? [] : rest[((2 * letters.Length) - 2)..];
        return letters;
    }

    // Stoooop, aideeee: a letter three times or more is once, or twice.
    private string Squeezed(string word)
    {
        if (word.Contains('0') && word.Replace('0', 'o') is var lettered && _ids.ContainsKey(lettered)) return lettered;
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] != word[i - 1] || word[i] != word[i - 2] || char.IsAsciiDigit(word[i])) continue;
            var (once, twice) = (Squeezed(word, 1), Squeezed(word, 2));
            return _ids.ContainsKey(twice) ? twice : once;
        }

        return word;
    }

    private static string Squeezed(string word, int most)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        foreach (var letter in word)
            if (kept.Length < most || Enumerable.Range(1, most).Any(back => kept[^back] != letter))
                kept.Append(letter);
        return kept.ToString();
    }

    // Jaifaim, formationgaspe. Only a word that is no other's misspelling, and only into known words and small ones; or a long known word and what
    // is stuck to it.
    private IEnumerable<string> Parted(string word, Func<string, List<(int Id, double Cost)>> candidates)
    {
        if (word is ['j', not ('a' or 'e' or 'i' or 'o' or 'u' or 'y'), _, _, ..] && _ids.ContainsKey(word[1..]) && !_ids.ContainsKey(word)) return ["je", word[1..]];
        if (word.Length is < ShortestParted or > LongestMisspelt || _ids.ContainsKey(word) || CommonWords.Contains(word) || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return [word];
        if (candidates(word).Count > 0) return [word];

        // best[i]: the fewest parts of the first i letters.
        var best = new (int Parts, int From, bool Known)[word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
            for (var start = Math.Max(0, end - LongestPart); start < end; start++)
            {
                if (start > 0 && best[start].Parts == 0) continue;
                var part = word.AsSpan(start, end - start);
                var known = part.Length >= ShortestPart && _idsBySpan.ContainsKey(part);
                if (!known && !Glue.Contains(part)) continue;
                var parts = best[start].Parts + 1;
                if (best[end].Parts == 0 || parts < best[end].Parts) best[end] = (parts, start, best[start].Known || (known && (part.Length >= ShortestStem || (part.Length > ShortestPart && (start == 0 ? word.EndsWith("svp", StringComparison.Ordinal) : word.StartsWith("jai", StringComparison.Ordinal))))));
            }

        if (best[^1] is { Parts: > 1, Known: true })
        {
            var parts = new Stack<string>();
            for (var end = word.Length; end > 0; end = best[end].From) parts.Push(word[best[end].From..end]);
            return parts;
        }

        for (var length = word.Length - ShortestRest; length >= ShortestStem; length--)
            if (_idsBySpan.ContainsKey(word.AsSpan(0, length))) return [word[..length], word[length..]];
        return [word];
    }

    // People text the apostrophe away: "besoin daide", "lhopital", "mecrire".
    private static string? WithoutElision(string word)
    {
        var article = word.StartsWith("qu", StringComparison.Ordinal) ? 2 : 1;
        return word.Length >= article + ShortestElided
            && (article == 2 || word[0] is 'l' or 'd' or 'm' or 't' or 's' or 'j' or 'n' or 'c')
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
