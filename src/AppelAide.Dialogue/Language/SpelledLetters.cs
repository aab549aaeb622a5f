using System.Collections.Frozen;
using System.Text;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Letters said one by one: "t r e m b l a y", "T comme Thomas, R, E accent aigu, trait d'union…", "t as in tango", "deux l". A few letters are
/// initials, and a word that may be a letter's name ("elle", "jay") is one only among letters.
/// </summary>
internal static class SpelledLetters
{
    private const int Fewest = 3;

    /// <summary>How recognition writes the names of letters that it does not write as letters. By themselves they are words, or people.</summary>
    private static readonly FrozenDictionary<string, char> Names = new Dictionary<string, char>
    {
        ["be"] = 'b',
        ["ce"] = 'c',
        ["de"] = 'd',
        ["effe"] = 'f',
        ["ef"] = 'f',
        ["ge"] = 'g',
        ["ache"] = 'h',
        ["hache"] = 'h',
        ["ji"] = 'j',
        ["ka"] = 'k',
        ["elle"] = 'l',
        ["el"] = 'l',
        ["emme"] = 'm',
        ["aime"] = 'm',
        ["enne"] = 'n',
        ["haine"] = 'n',
        ["pe"] = 'p',
        ["ku"] = 'q',
        ["cu"] = 'q',
        ["erre"] = 'r',
        ["air"] = 'r',
        ["esse"] = 's',
        ["te"] = 't',
        ["ve"] = 'v',
        ["ixe"] = 'x',
        ["zed"] = 'z',
        ["zede"] = 'z',
        ["bee"] = 'b',
        ["cee"] = 'c',
        ["see"] = 'c',
        ["sea"] = 'c',
        ["dee"] = 'd',
        ["eff"] = 'f',
        ["gee"] = 'g',
        ["aitch"] = 'h',
        ["jay"] = 'j',
        ["kay"] = 'k',
        ["ell"] = 'l',
        ["em"] = 'm',
        ["en"] = 'n',
        ["oh"] = 'o',
        ["pee"] = 'p',
        ["cue"] = 'q',
        ["queue"] = 'q',
        ["are"] = 'r',
        ["ar"] = 'r',
        ["ess"] = 's',
        ["tee"] = 't',
        ["you"] = 'u',
        ["vee"] = 'v',
        ["ex"] = 'x',
        ["why"] = 'y',
        ["zee"] = 'z',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that are nobody's name and no little word.</summary>
    private static readonly FrozenSet<string> Unmistakable = "effe ache hache emme enne erre esse ixe zed zede aitch".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that are not words either, but might begin a name.</summary>
    private static readonly FrozenSet<string> NoWords = "be ce ge pe te ve ji ka ku cu cee dee gee pee tee vee zee ess ell".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words spelled from a part on.</summary>
    /// <param name="pieces">All that was said.</param>
    /// <param name="at">The part; after the letters when there are any.</param>
    /// <returns>None when what stands there is no spelling.</returns>
    internal static List<string> Read(List<NamePiece> pieces, ref int at)
    {
        var letters = new List<(string Text, bool AfterComma)>();
        var (next, certain, spelled, named) = (at, 0, 0, false);
        var joints = 0;
        while (next < pieces.Count)
        {
            var start = next;
            if (spelled > 0 && Sign(pieces, ref next) is { } sign)
            {
                letters.Add((sign, false));
                continue;
            }

            if (Letter(pieces, ref next, spelled > 0) is not { } letter) break;
            var afterComma = spelled > 0 && pieces[start].Join == ',';
            if (afterComma) joints++;
            letters.Add((letter.Text, afterComma));
            spelled += letter.Text.Length;
            if (letter.IsCertain) certain += letter.Text.Length;
            named |= letter.IsNamed;
        }

        var isAll = at == 0 && next == pieces.Count;
        if (!named && (spelled < (isAll ? 2 : Fewest) || certain * 2 < spelled)) return [];
        at = next;
        // "m a r i e, t r e m b l a y": a comma here and there parts words; one after each letter does not.
        return Words(letters, commasPart: joints * 2 < letters.Count - 1);
    }

    /// <summary>A sign between letters or words, said in words; moves past it.</summary>
    internal static string? Sign(List<NamePiece> pieces, ref int at)
    {
        var (sign, taken) = pieces[at].Folded switch
        {
            "trait" when Is(pieces, at + 1, "d") && Is(pieces, at + 2, "union") => ("-", 3),
            "tiret" or "hyphen" or "dash" => ("-", 1),
            "apostrophe" => ("'", 1),
            "espace" or "space" => (" ", 1),
            _ => (null, 0),
        };
        at += taken;
        return sign;
    }

    private static (string Text, bool IsCertain, bool IsNamed)? Letter(List<NamePiece> pieces, ref int at, bool isWithin)
    {
        var next = at;
        while (next < pieces.Count && pieces[next].Folded is "majuscule" or "capital" or "lettre" or "letter") next++;
        var count = 1;
        if (next + 1 < pieces.Count && pieces[next].Folded is "deux" or "double" or "two" or "2" && (pieces[next + 1].IsLetter || Names.ContainsKey(pieces[next + 1].Folded)))
        {
            if (pieces[next].Folded == "double" && pieces[next + 1].Folded is "v" or "ve" or "u" or "you")
            {
                at = next + 2;
                return ("w", true, false);
            }

            count = 2;
            next++;
        }

        if (LetterOf(pieces, next, isWithin) is not { } letter) return null;
        var piece = pieces[next];
        var isCertain = piece.IsLetter || count > 1;
        next++;
        if (letter is 'i' or 'y' && Is(pieces, next, "grec"))
        {
            letter = 'y';
            next++;
        }

        letter = Accent(pieces, ref next, letter);
        var isNamed = Example(pieces, ref next, letter);
        while (next < pieces.Count && pieces[next].Folded is "majuscule" or "capital") next++;
        letter = Accent(pieces, ref next, letter);
        if (next < pieces.Count && pieces[next].Folded == "s" && pieces[next].Join == '\'' && count > 1) next++;
        at = next;
        return (new string(letter, count), isCertain || isNamed, isNamed);
    }

    private static char? LetterOf(List<NamePiece> pieces, int at, bool isWithin)
    {
        if (at >= pieces.Count) return null;
        var piece = pieces[at];
        if (piece.IsLetter) return char.ToLowerInvariant(piece.Text[0]);
        if (!Names.TryGetValue(piece.Folded, out var letter)) return null;
        if (Unmistakable.Contains(piece.Folded)) return letter;
        var isFollowed = at + 1 < pieces.Count && (pieces[at + 1].IsLetter || Names.ContainsKey(pieces[at + 1].Folded));
        return isWithin && (isFollowed || NoWords.Contains(piece.Folded)) ? letter : null;
    }

    /// <summary>"accent aigu", "avec un accent grave", "tréma", or an accent that is not told: an acute one.</summary>
    private static char Accent(List<NamePiece> pieces, ref int at, char letter)
    {
        var next = at;
        if (next < pieces.Count && pieces[next].Folded is "avec" or "with") next++;
        if (next > at && next < pieces.Count && pieces[next].Folded is "un" or "an" or "a") next++;
        var isAccent = Is(pieces, next, "accent");
        if (isAccent) next++;
        if (next < pieces.Count && LetterAccents.Named(letter, pieces[next].Folded) is { } accented)
        {
            at = next + 1;
            return accented;
        }

        if (!isAccent) return letter;
        at = next;
        return LetterAccents.Named(letter, "aigu") ?? letter;
    }

    /// <summary>"T comme Thomas", "t as in tango": the word begins with the letter, or it is no example of it.</summary>
    private static bool Example(List<NamePiece> pieces, ref int at, char letter)
    {
        var taken = at < pieces.Count ? pieces[at].Folded switch
        {
            "comme" when Is(pieces, at + 1, "dans") => 2,
            "as" when Is(pieces, at + 1, "in") => 2,
            "comme" or "pour" or "like" or "for" => 1,
            _ => 0,
        } : 0;
        if (taken == 0 || at + taken >= pieces.Count) return false;
        var example = pieces[at + taken].Folded;
        if (example.Length < 2 || example[0] != TextFolding.Fold(letter.ToString())[0]) return false;
        at += taken + 1;
        return true;
    }

    private static bool Is(List<NamePiece> pieces, int at, string folded) => at < pieces.Count && pieces[at].Folded == folded;

    private static List<string> Words(List<(string Text, bool AfterComma)> letters, bool commasPart)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var (text, afterComma) in letters)
        {
            if (text == " " || (afterComma && commasPart)) Flush();
            if (text != " ") word.Append(text);
        }

        Flush();
        return words;

        void Flush()
        {
            var written = word.ToString().Trim('-', '\'');
            if (written.Length > 0) words.Add(written);
            word.Clear();
        }
    }
}
