namespace AppelAide.Dialogue.Language;

/// <summary>Puts an accent on a letter, as a combining mark or as a word ("e accent aigu", "c cédille").</summary>
internal static class LetterAccents
{
    private static readonly (char Mark, string[] Words, string Letters, string Accented)[] Accents =
    [
        ('\u0300', ["grave"], "aeiou", "àèìòù"),
        ('\u0301', ["aigu", "aigue", "acute"], "aeiouy", "áéíóúý"),
        ('\u0302', ["circonflexe", "circumflex", "chapeau"], "aeiou", "âêîôû"),
        ('\u0303', ["tilde"], "ano", "ãñõ"),
        ('\u0308', ["trema", "umlaut", "diaeresis"], "aeiouy", "äëïöüÿ"),
        ('\u0327', ["cedille", "cedilla"], "c", "ç"),
    ];

    /// <summary>The letter with the mark; the letter alone when there is no such letter.</summary>
    internal static char Put(char letter, char mark)
    {
        foreach (var accent in Accents)
            if (accent.Mark == mark) return With(letter, accent.Letters, accent.Accented);
        return letter;
    }

    /// <summary>The letter with the accent that a word names; null when the word names none, or none of that letter.</summary>
    internal static char? Named(char letter, string word)
    {
        foreach (var accent in Accents)
            if (accent.Words.Contains(word) && With(letter, accent.Letters, accent.Accented) is var accented && accented != letter) return accented;
        return null;
    }

    private static char With(char letter, string letters, string accented)
    {
        var at = letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at < 0 ? letter : char.IsUpper(letter) ? char.ToUpperInvariant(accented[at]) : accented[at];
    }
}
