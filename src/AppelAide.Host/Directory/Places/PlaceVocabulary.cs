using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>
/// The words of all names, each with a number, found also when misspelt. Every way of leaving out one letter (two, in long words) of each
/// word is indexed by hash, so that a misspelling is found in the time it takes to leave out letters of it, however many names there are.
/// </summary>
internal sealed class PlaceVocabulary
{
    private const int ShortestMisspelt = 3;
    private const int LongestMisspelt = 16;
    private const int LongWord = 8;
    private const int MostAlternatives = 4;

    private readonly string[] words;
    private readonly Dictionary<string, int> numbers;

    // Two arrays in the order of the hashes: of a province's names, built in a tenth of the time that a dictionary takes.
    private readonly ulong[] hashes;
    private readonly int[] hashed;

    /// <param name="spelledWords">Words of names, which may be misspelt.</param>
    /// <param name="joinedWords">Names written without spaces, matched only as they are.</param>
    public PlaceVocabulary(IEnumerable<string> spelledWords, IEnumerable<string> joinedWords)
    {
        var known = spelledWords.Distinct().ToArray();
        words = [.. known, .. joinedWords.Distinct().Except(known)];
        numbers = words.Select((word, number) => (word, number)).ToDictionary(pair => pair.word, pair => pair.number);
        var (omissions, owners) = (new List<ulong>(known.Length * 40), new List<int>(known.Length * 40));
        for (var number = 0; number < known.Length; number++)
        {
            if (known[number].Length is < ShortestMisspelt or > LongestMisspelt)
                continue;
            AddOmissions(omissions, known[number]);
            while (owners.Count < omissions.Count)
                owners.Add(number);
        }

        (hashes, hashed) = ([.. omissions], [.. owners]);
        Array.Sort(hashes, hashed);
    }

    public bool Contains(string word) => numbers.ContainsKey(word);

    public int? NumberOf(string word) => numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>The words that a misspelt word may stand for, nearest first, each with its distance.</summary>
    public List<(int Number, int Slips)> Near(string word)
    {
        var near = new List<(int Number, int Slips)>();
        if (word.Length is < ShortestMisspelt or > LongestMisspelt || !PlaceWords.MayBeMisspelt(word))
            return near;
        var omissions = new List<ulong>(LongestMisspelt * LongestMisspelt / 2 + 2);
        AddOmissions(omissions, word);
        foreach (var hash in omissions)
        {
            for (var i = FirstOf(hash); i < hashes.Length && hashes[i] == hash; i++)
            {
                var number = hashed[i];
                if (!near.Exists(other => other.Number == number) && Slips(word, words[number]) is { } slips)
                    near.Add((number, slips));
            }
        }

        near.Sort((a, b) => a.Slips.CompareTo(b.Slips));
        if (near.Count > MostAlternatives)
            near.RemoveRange(MostAlternatives, near.Count - MostAlternatives);
        return near;
    }

    // A slip in a short word, two in a long one. The first letter is rarely missed, and words that differ by it are mostly other words.
    // More is allowed than in words of every day: few words are names of places.
    private static int? Slips(string word, string name)
    {
        var shorter = Math.Min(word.Length, name.Length);
        var allowed = shorter < LongWord ? 1 : 2;
        if (word[0] != name[0] && shorter < LongWord && !(shorter >= 5 && MissesFirstLetter(word, name)))
            return null;
        var distance = SpellingDistance.Distance(word, name, allowed);
        return distance <= allowed ? distance : null;
    }

    // Left out, or written as it sounds: imoilou, kaplan.
    private static bool MissesFirstLetter(string word, string name) =>
        word.AsSpan().SequenceEqual(name.AsSpan(1))
        || (word.AsSpan(1).SequenceEqual(name.AsSpan(1)) && (word[0], name[0]) is ('k', 'c') or ('s', 'c') or ('c', 's') or ('j', 'g') or ('y', 'i'));

    private int FirstOf(ulong hash)
    {
        var (low, high) = (0, hashes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hashes[middle] < hash)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void AddOmissions(List<ulong> omissions, string word)
    {
        omissions.Add(Hash(word, -1, -1));
        for (var i = 0; i < word.Length; i++)
            omissions.Add(Hash(word, i, -1));
        if (word.Length < LongWord)
            return;
        for (var i = 0; i < word.Length; i++)
        {
            for (var j = i + 1; j < word.Length; j++)
                omissions.Add(Hash(word, i, j));
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
