namespace AppelAide.Dialogue.Language;

/// <summary>A part of what was said for a name: letters that stand together, or digits.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">In lower case and without accents.</param>
/// <param name="Join">What stands before it: a space, a comma (or any end of a clause), a hyphen or an apostrophe.</param>
internal readonly record struct NamePiece(string Text, string Folded, char Join)
{
    internal bool IsDigits => char.IsAsciiDigit(Text[0]);

    internal bool IsLetter => Text.Length == 1 && !IsDigits;
}

/// <summary>Cuts what was said for a name into its parts. What is neither a Latin letter nor a digit parts words and is dropped.</summary>
internal static class NamePieces
{
    /// <summary>More than a name spelled with a word for each letter takes.</summary>
    private const int Most = 120;

    internal static List<NamePiece> Of(string text)
    {
        var pieces = new List<NamePiece>();
        var word = new System.Text.StringBuilder();
        var join = ' ';
        foreach (var written in text)
        {
            var character = LatinLetters.Narrow(written);
            if (IsLetter(character) || char.IsAsciiDigit(character))
            {
                if (word.Length > 0 && char.IsAsciiDigit(word[^1]) != char.IsAsciiDigit(character)) Flush();
                word.Append(character);
            }
            else if (LatinLetters.IsInvisible(character))
            {
                if (word.Length > 0) word[^1] = LetterAccents.Put(word[^1], character);
            }
            else
            {
                Flush();
                join = Stronger(join, character);
            }
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (word.Length > 0 && pieces.Count < Most)
            {
                var part = word.ToString();
                pieces.Add(new NamePiece(part, TextFolding.Fold(part), join is '\0' or '.' || pieces.Count == 0 ? ' ' : join));
                join = '\0';
            }

            word.Clear();
        }
    }

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || (char.IsLetter(character) && LatinLetters.Base(character) is not null);

    /// <summary>What stands between two parts when several characters do: "J.-P." is joined by its hyphen, "Jean - Paul" by a space.</summary>
    private static char Stronger(char before, char character) => character switch
    {
        '-' or '‐' or '‑' or '–' or '—' => before is '\0' or '.' ? '-' : before,
        '\'' or '’' or 'ʼ' or '`' or '´' => before == '\0' ? '\'' : before,
        '.' => before == '\0' ? '.' : before,
        ' ' or '\t' or '\u00A0' => before == ',' ? ',' : ' ',
        _ => ',',
    };
}
