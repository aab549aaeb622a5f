namespace AppelAide.Dialogue.Language;

/// <summary>A phrase found in a text.</summary>
/// <param name="Key">What the phrase stands for.</param>
/// <param name="Score">0 to 1; 1 when the words are exactly the phrase's.</param>
/// <param name="Start">The first word of the text that matched, counted from 0.</param>
/// <param name="Length">How many words of the text matched.</param>
public sealed record PhraseMatch(string Key, double Score, int Start, int Length)
{
    /// <summary>The word after the last one that matched.</summary>
    public int End => Start + Length;

    internal bool Overlaps(PhraseMatch other) => Start < other.End && other.Start < End;
}
