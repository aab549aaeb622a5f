namespace AppelAide.Dialogue.Language;

/// <summary>The first words of a text, each with the words of a vocabulary that it may be.</summary>
internal sealed class Reading
{
    private readonly List<(int Id, double Cost)> _candidates = [];
    private readonly List<int> _ends = [];
    private readonly List<string> _words = [];

    internal int Count => _words.Count;

    internal string this[int word] => _words[word];

    /// <summary>Whether all of the text was read.</summary>
    internal bool IsWhole { get; set; } = true;

    /// <summary>The words, for reading only.</summary>
    internal ReadOnlySpan<string> Words => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);

    /// <summary>What a word may be, with what separates it from each.</summary>
    internal ReadOnlySpan<(int Id, double Cost)> CandidatesOf(int word) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_candidates)[(word == 0 ? 0 : _ends[word - 1]).._ends[word]];

    /// <summary>What separates a word from one of the vocabulary; <see cref="SpellingDistance.Apart"/> when it cannot be that one.</summary>
    internal double CostOf(int word, int id)
    {
        foreach (var candidate in CandidatesOf(word))
            if (candidate.Id == id)
                return candidate.Cost;
        return SpellingDistance.Apart;
    }

    internal void Add(string word, List<(int Id, double Cost)> candidates)
    {
        _words.Add(word);
        _candidates.AddRange(candidates);
        _ends.Add(_candidates.Count);
    }
}
