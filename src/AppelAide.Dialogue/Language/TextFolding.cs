namespace AppelAide.Dialogue.Language;

/// <summary>
/// Reduces what a citizen said or texted to what can be compared: lower-case ASCII words and numbers, separated by single spaces. Linear in
/// time, allocates at most once for short texts, and never throws, whatever the text holds.
/// </summary>
public static class TextFolding
{
    private const int MostFromOneCharacter = 3;

    /// <summary>
    /// Folds case, accents (also decomposed), ligatures (<c>œ</c> to <c>oe</c>) and full-width forms. Apostrophes, hyphens and other
    /// punctuation part words: <c>J'ai</c> becomes <c>j ai</c>. Dots within initials do not: <c>C.L.S.C.</c> becomes <c>clsc</c>. Invisible
    /// characters vanish; scripts other than Latin part words and are dropped.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>Words of <c>a-z</c> and <c>0-9</c>; empty when nothing is left. Folding it again changes nothing.</returns>
    public static string Fold(string text)
    {
        var capacity = text.Length * MostFromOneCharacter;
        var folded = capacity <= 768 ? stackalloc char[capacity] : new char[capacity];
        var length = 0;
        var wordStart = 0;
        var gap = false;
        var initials = false;

        for (var i = 0; i < text.Length; i++)
        {
            var character = LatinLetters.Narrow(text[i]);
            if (char.IsAsciiLetterOrDigit(character))
            {
                StartWord(folded);
                folded[length++] = char.ToLowerInvariant(character);
            }
            else if (character < 0x80)
            {
                if (character == '.' && !gap && (initials || length - wordStart == 1) && IsLoneLetter(text, i + 1))
                    initials = true;
                else
                    gap = true;
            }
            else if (LatinLetters.Base(character) is { } letters)
            {
                StartWord(folded);
                foreach (var letter in letters)
                    folded[length++] = char.ToLowerInvariant(letter);
            }
            else if (!LatinLetters.IsInvisible(character))
            {
                gap = true;
            }
        }

        var result = folded[..length];
        return result.SequenceEqual(text) ? text : new string(result);

        void StartWord(Span<char> target)
        {
            if (!gap)
                return;

            gap = false;
            initials = false;
            if (length > 0)
                target[length++] = ' ';
            wordStart = length;
        }
    }

    /// <summary>The words of a text, folded; none when nothing is left of it.</summary>
    /// <param name="text">Any text.</param>
    public static string[] Tokens(string text)
    {
        var folded = Fold(text);
        return folded.Length == 0 ? [] : folded.Split(' ');
    }

    private static bool IsLoneLetter(string text, int index) =>
        index < text.Length && char.IsAsciiLetter(text[index]) && (index + 1 == text.Length || !char.IsLetterOrDigit(text[index + 1]));
}
