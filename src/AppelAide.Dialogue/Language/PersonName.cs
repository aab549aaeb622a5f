using System.Collections.Frozen;
using System.Text;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// A person's name in what was said or texted: as it is to be read aloud and on a list, and as it is compared. What surrounds it ("je m'appelle",
/// "please") is left out, letters spelled one by one are put together, accents and hyphens stay as they were heard or written.
/// </summary>
/// <param name="Name">For example <c>Marie-Ève Tremblay</c>; empty when there is none.</param>
/// <param name="Key">The same, folded, to tell one person said twice: <c>marie eve tremblay</c>.</param>
public sealed record PersonName(string Name, string Key)
{
    /// <summary>A name is shorter (ICAO Doc 9303 leaves 39 characters for a whole name on a passport).</summary>
    public const int MostCharacters = 59;

    private const double MostChanged = 0.45;
    private const string Vowels = "aeiouy";

    private static readonly FrozenSet<string> Particles = new[] { "de", "du", "des", "la", "et", "and" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>No name at all.</summary>
    public static PersonName None { get; } = new("", "");

    /// <summary>Reads a name. Never throws, whatever the text holds.</summary>
    /// <param name="text">The words as recognised or texted.</param>
    /// <returns><see cref="None"/> when nothing in it could be said as a name: digits, one letter, consonants alone, far too much.</returns>
    public static PersonName Read(string text)
    {
        var name = Written(Words(NameSurroundings.Without(NamePieces.Of(text))));
        var key = TextFolding.Fold(name);
        var letters = key.Count(char.IsAsciiLetter);
        var isSayable = letters >= 2 && name.Length <= MostCharacters && (letters < 4 || key.AsSpan().ContainsAny(Vowels));
        return isSayable ? new PersonName(name, key) : None;
    }

    /// <summary>The words of the name, each with what joins it to the one before.</summary>
    private static List<(string Text, char Join)> Words(List<NamePiece> pieces)
    {
        var words = new List<(string Text, char Join)>();
        var folded = pieces.Select(piece => piece.Folded).ToArray();
        var join = '\0';
        for (var at = 0; at < pieces.Count;)
        {
            var before = at;
            var announced = words.Count > 0 ? NameSurroundings.SpellingFollows(folded.AsSpan(at)) : 0;
            at += announced;
            if (SpelledLetters.Read(pieces, ref at) is { Count: > 0 } spelled)
            {
                Spell(words, spelled, announced > 0);
                continue;
            }

            at = before;
            if (words.Count > 0 && SpelledLetters.Sign(pieces, ref at) is { } sign)
            {
                join = sign[0];
                continue;
            }

            var piece = pieces[at++];
            if (piece.IsDigits) continue;
            words.Add((piece.Text, join != '\0' ? join : piece.Join is '-' or '\'' && words.Count > 0 ? piece.Join : ' '));
            join = '\0';
        }

        return words;
    }

    /// <summary>What is spelled after it was said replaces it; otherwise it is said by its letters alone.</summary>
    private static void Spell(List<(string Text, char Join)> words, List<string> spelled, bool announced)
    {
        var said = words.Count;
        foreach (var word in spelled)
        {
            var (best, least) = (-1, double.MaxValue);
            for (var i = 0; i < said; i++)
            {
                var (one, other) = (TextFolding.Fold(words[i].Text), TextFolding.Fold(word));
                var changed = SpellingDistance.Distance(one, other, 60) / (double)Math.Max(1, Math.Max(one.Length, other.Length));
                if (changed <= least) (best, least) = (i, changed);
            }

            if (best >= 0 && least <= MostChanged) words[best] = (word, words[best].Join);
            else if (announced && said > 0 && spelled.Count == 1) words[said - 1] = (word, words[said - 1].Join);
            else words.Add((word, ' '));
        }
    }

    private static string Written(List<(string Text, char Join)> words)
    {
        var name = new StringBuilder();
        foreach (var (text, join) in words)
        {
            if (name.Length > 0) name.Append(join);
            // A spelled word may hold its own hyphens.
            foreach (var (number, part) in text.Split('-').Index())
                name.Append(number > 0 ? "-" : "").Append(Capitalised(part, isFirst: name.Length == 0));
            if (name.Length > MostCharacters) break;
        }

        return name.ToString();
    }

    private static string Capitalised(string word, bool isFirst)
    {
        if (word.Length == 0) return word;
        var lower = word.ToLowerInvariant();
        if (!isFirst && Particles.Contains(lower)) return lower;
        // McDonald, LeBlanc: whoever writes a capital within means it.
        if (word != lower && word != word.ToUpperInvariant() && !word.AsSpan(1).SequenceEqual(lower.AsSpan(1))) return char.ToUpperInvariant(word[0]) + word[1..];
        if (lower.StartsWith("mc", StringComparison.Ordinal) && lower.Length > 4) return "Mc" + char.ToUpperInvariant(lower[2]) + lower[3..];
        var apostrophe = lower.IndexOf('\'', StringComparison.Ordinal);
        return apostrophe > 0 && apostrophe + 1 < lower.Length
            ? $"{char.ToUpperInvariant(lower[0])}{lower[1..(apostrophe + 1)]}{char.ToUpperInvariant(lower[apostrophe + 1])}{lower[(apostrophe + 2)..]}"
            : char.ToUpperInvariant(lower[0]) + lower[1..];
    }
}
