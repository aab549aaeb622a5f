using System.Numerics;

namespace AppelAide.Dialogue.Language;

/// <summary>A phrase found in a text.</summary>
/// <param name="Key">What the phrase stands for.</param>
/// <param name="Score">0 to 1; 1 when the words are exactly the phrase's.</param>
/// <param name="Start">The first word that matched, counted from 0 in the text as it is read: short forms written out, words run together parted.</param>
/// <param name="Length">How many words of the text matched.</param>
public sealed record PhraseMatch(string Key, double Score, int Start, int Length)
{
    private readonly ulong words;

    /// <summary>The word after the last one that matched, where none was left out between.</summary>
    public int End => Start + Length;

    /// <summary>Whether a word of the text, counted from 0, is one of those that matched.</summary>
    public bool Takes(int word) => word < 64 && (Words >> word & 1) != 0;

    /// <summary>Whether the phrase goes before what else is named.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>Whether it counts only when nothing else is named.</summary>
    internal bool IsLast { get; init; }

    /// <summary>The words that matched, a bit each.</summary>
    internal ulong Words
    {
        get => words != 0 ? words : ((1UL << Length) - 1) << Start;
        init => words = value == ((1UL << Length) - 1) << Start ? 0 : value;
    }

    /// <summary>The last word that matched.</summary>
    internal int Last => BitOperations.Log2(Words);

    internal bool Overlaps(PhraseMatch other) => (Words & other.Words) != 0;
}
