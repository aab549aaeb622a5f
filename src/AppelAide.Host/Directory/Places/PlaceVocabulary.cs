using System.Collections.Frozen;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>
/// The words of all names, each with a number, found also when misspelt. Every way of leaving out one letter (two, in long words) of each
/// word is indexed by hash, so that a misspelling is found in the time it takes to leave out letters of it, however many names there are.
/// </summary>
internal sealed class PlaceVocabulary
{
    private const int LongestMisspelt = 16;
    private const int LongWord = 8;
    private const int MostAlternatives = 4;

    private readonly string[] words;
    private readonly FrozenDictionary<string, int> numbers;
    private readonly FrozenDictionary<ulong, int[]> withoutLetters;

    /// <param name="spelled">Words of names, which may be misspelt.</param>
    /// <param name="joined">Names written without spaces, matched only as they are.</param>
    public PlaceVocabulary(IEnumerable<string> spelled, IEnumerable<string> joined)
    {
        var known = spelled.Distinct().ToArray();
        words = [.. known, .. joined.Distinct().Except(known)];
        numbers = words.Select((word, number) => (word, number)).ToFrozenDictionary(pair => pair.word, pair => pair.number);
        var index = new Dictionary<ulong, HashSet<int>>();
        for (var number = 0; number < known.Length; number++)
        {
            if (known[number].Length is < 3 or > LongestMisspelt)
                continue;
            foreach (var hash in Omissions(known[number]))
            {
                if (!index.TryGetValue(hash, out var bucket))
                    index[hash] = bucket = [];
                bucket.Add(number);
            }
        }

        withoutLetters = index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    public bool Contains(string word) => numbers.ContainsKey(word);

    public int? NumberOf(string word) => numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>The words that a misspelt word may stand for, nearest first, each with its distance.</summary>
    public List<(int Number, int Slips)> Near(string word)
    {
        var near = new List<(int Number, int Slips)>();
        if (word.Length is < 4 or > LongestMisspelt || !PlaceWords.MayBeMisspelt(word))
            return near;
        foreach (var hash in Omissions(word))
        {
            if (!withoutLetters.TryGetValue(hash, out var bucket))
                continue;
            foreach (var number in bucket)
            {
                if (near.Exists(other => other.Number == number) || !SpellingDistance.Similar(word, words[number]))
                    continue;
                near.Add((number, SpellingDistance.Distance(word, words[number], 3)));
            }
        }

        near.Sort((a, b) => a.Slips.CompareTo(b.Slips));
        if (near.Count > MostAlternatives)
            near.RemoveRange(MostAlternatives, near.Count - MostAlternatives);
        return near;
    }

    private static IEnumerable<ulong> Omissions(string word)
    {
        yield return Hash(word, -1, -1);
        for (var i = 0; i < word.Length; i++)
            yield return Hash(word, i, -1);
        if (word.Length < LongWord)
            yield break;
        for (var i = 0; i < word.Length; i++)
        {
            for (var j = i + 1; j < word.Length; j++)
                yield return Hash(word, i, j);
        }
    }

    // FNV-1a. Collisions only cost a comparison.
    private static ulong Hash(string word, int without, int orWithout)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != without && i != orWithout)
                hash = (hash ^ word[i]) * 1099511628211UL;
        }

        return hash;
    }
}
