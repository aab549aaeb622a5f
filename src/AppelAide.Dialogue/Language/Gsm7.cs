using System.Buffers;
using System.Globalization;
using System.Text;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// The alphabet of text messages (ETSI TS 123 038, once GSM 03.38) as handsets and Twilio count it, and what a message costs in segments.
/// </summary>
/// <remarks>
/// Position 0x09 is capital Ç, as in the standard; the Unicode consortium's table has small ç there, which handsets and Twilio do not follow:
/// a small ç turns a message into UCS-2. See https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding.
/// </remarks>
public static class Gsm7
{
    private const int OneSegment = 160;
    private const int EachSegment = 153;
    private const int OneSegmentUcs2 = 70;
    private const int EachSegmentUcs2 = 67;

    private const string Letters =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ" +
        " !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> OneSeptet = SearchValues.Create(Letters);
    private static readonly SearchValues<char> All = SearchValues.Create(Letters + Escaped);

    /// <summary>Whether a message may hold this character and stay GSM-7.</summary>
    /// <param name="character">Any UTF-16 code unit.</param>
    public static bool IsGsm7(char character) => All.Contains(character);

    /// <summary>What a character takes of a message: 1 septet, 2 for the extension table (€, [, ]…), 0 when it is not GSM-7.</summary>
    /// <param name="character">Any UTF-16 code unit.</param>
    public static int Septets(char character) => OneSeptet.Contains(character) ? 1 : All.Contains(character) ? 2 : 0;

    /// <summary>
    /// How many segments a message is sent and billed as: GSM-7 160 septets alone or 153 each, else UCS-2 70 code units or 67. Neither an
    /// escape and its character nor a surrogate pair is split over two segments. 0 for an empty message.
    /// </summary>
    /// <param name="text">The message.</param>
    public static int Segments(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(All))
            return Pack(text, OneSegmentUcs2, EachSegmentUcs2, static (message, i) =>
                char.IsHighSurrogate(message[i]) && i + 1 < message.Length && char.IsLowSurrogate(message[i + 1]) ? (2, 2) : (1, 1));
        return Pack(text, OneSegment, EachSegment, static (message, i) => (1, Septets(message[i])));
    }

    /// <summary>The characters that <see cref="Fold"/> leaves out with nothing in their place, each once; an accent by itself is none.</summary>
    public static IEnumerable<Rune> Lost(string text) =>
        text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && Fold(rune.ToString()).Length == 0).Distinct();

    /// <summary>
    /// Rewrites a text so that it stays GSM-7 and its words stay correct to the eye: <c>ê</c> to <c>e</c>, <c>ç</c> to <c>c</c>, <c>œ</c> to <c>oe</c>,
    /// <c>À</c> to <c>A</c>, <c>« »</c> to straight quotes, typographic dashes, ellipses and spaces to plain ones. What has no likeness (emoji, other
    /// scripts) is dropped. Letters that GSM-7 has (é è à ù É Ç ü ö ñ) are kept.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>GSM-7 only. Folding it again changes nothing.</returns>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(OneSeptet))
            return text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;

        var folded = new StringBuilder(text.Length + 8);
        var dropped = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = LatinLetters.Narrow(text[i]);
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (character == '\r')
            {
                if (next != '\n')
                    Append("\n");
            }
            else if (character == ' ' || IsSpace(character))
            {
                // French puts a space within its quotation marks, and a dropped character leaves the spaces that were around it.
                if (next != '»' && !(i > 0 && text[i - 1] == '«') && !(dropped && (folded.Length == 0 || folded[^1] == ' ')))
                    Append(" ");
            }
            else if (IsGsm7(character))
            {
                folded.Append(character);
                dropped = false;
            }
            else if (IsAccent(character))
            {
                if (folded.Length > 0)
                    folded[^1] = Accented(folded[^1], character);
            }
            else if ((Likeness(character) ?? LatinLetters.Base(character)) is { } likeness)
            {
                // Œuvre, but ŒUVRE.
                var startsWord = likeness.Length > 1 && char.IsAsciiLetterUpper(likeness[0]) && char.IsLower(next);
                Append(startsWord ? likeness[..1] + likeness[1..].ToLowerInvariant() : likeness);
            }
            else
            {
                dropped |= !LatinLetters.IsInvisible(character);
            }
        }

        return dropped ? folded.ToString().TrimEnd(' ') : folded.ToString();

        void Append(string characters)
        {
            folded.Append(characters);
            dropped = false;
        }
    }

    private static int Pack(string text, int alone, int each, Func<string, int, (int Characters, int Units)> next)
    {
        var total = 0;
        var segments = 1;
        var used = 0;
        for (var i = 0; i < text.Length;)
        {
            var (characters, units) = next(text, i);
            i += characters;
            total += units;
            if (used + units > each)
            {
                segments++;
                used = 0;
            }

            used += units;
        }

        return total == 0 ? 0 : total <= alone ? 1 : segments;
    }

    private static bool IsSpace(char character) =>
        character is '\t' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    // Combining grave, acute, tilde, diaeresis, ring and cedilla: the accents that GSM-7 has letters for.
    private static bool IsAccent(char character) => character is '\u0300' or '\u0301' or '\u0303' or '\u0308' or '\u030A' or '\u0327';

    private static char Accented(char letter, char accent) => (letter, accent) switch
    {
        ('e', '\u0300') => 'è',
        ('a', '\u0300') => 'à',
        ('u', '\u0300') => 'ù',
        ('i', '\u0300') => 'ì',
        ('o', '\u0300') => 'ò',
        ('e', '\u0301') => 'é',
        ('E', '\u0301') => 'É',
        ('n', '\u0303') => 'ñ',
        ('N', '\u0303') => 'Ñ',
        ('a', '\u0308') => 'ä',
        ('A', '\u0308') => 'Ä',
        ('o', '\u0308') => 'ö',
        ('O', '\u0308') => 'Ö',
        ('u', '\u0308') => 'ü',
        ('U', '\u0308') => 'Ü',
        ('a', '\u030A') => 'å',
        ('A', '\u030A') => 'Å',
        ('C', '\u0327') => 'Ç',
        _ => letter,
    };

    private static string? Likeness(char character) => character switch
    {
        '«' or '»' or '“' or '”' or '„' or '‟' or '″' => "\"",
        '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '´' or '`' or '‹' or '›' => "'",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '•' or '·' or '‧' => "-",
        '…' => "...",
        '°' or 'º' => "o",
        '×' => "x",
        '÷' or '⁄' => "/",
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        '→' => "->",
        '©' => "(c)",
        '\u2028' or '\u2029' or '\u0085' or '\u000B' => "\n",
        _ => null,
    };
}
