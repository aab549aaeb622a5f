using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Twilio;

/// <summary>Reads the fields of a webhook. Nothing here throws: what is malformed is taken as absent.</summary>
internal static class FormText
{
    private const int LongestSid = 64;

    private static readonly SearchValues<char> SidCharacters =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The first value, or the empty string.</summary>
    public static string One(StringValues values) => values.Count == 0 ? "" : values[0] ?? "";

    /// <summary>The provider's name for a call, message or recording; the empty string when it does not look like one.</summary>
    public static string Sid(StringValues values)
    {
        var sid = One(values);
        return sid.Length <= LongestSid && !sid.AsSpan().ContainsAnyExcept(SidCharacters) ? sid : "";
    }

    /// <summary>An identifier of ours that the provider brings back; null when it is not one.</summary>
    public static long? Number(StringValues values) =>
        long.TryParse(One(values), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number of seconds, 0 when absent, negative or malformed.</summary>
    public static int Seconds(StringValues values) =>
        int.TryParse(One(values), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    /// <summary>
    /// A citizen's words: blanks and line ends become single spaces, control characters are removed, and at most
    /// <paramref name="longest"/> characters are kept, never half of one.
    /// </summary>
    public static string Words(StringValues values, int longest)
    {
        var text = One(values);
        if (text.Length <= longest && IsClean(text))
            return text;

        var words = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (words.Length + rune.Utf16SequenceLength > longest)
                break;
            if (Rune.IsWhiteSpace(rune))
            {
                if (words.Length > 0 && words[^1] != ' ')
                    words.Append(' ');
            }
            else if (!Rune.IsControl(rune))
            {
                words.Append(rune);
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>Whether cleaning would change nothing; most words are ordinary letters and single spaces.</summary>
    private static bool IsClean(string text)
    {
        var previous = ' ';
        foreach (var character in text)
        {
            if (character == ' ' ? previous == ' ' : character is not ((> ' ' and < '\u007F') or (> '\u00A0' and < '\u1680')))
                return false;
            previous = character;
        }

        return previous != ' ' || text.Length == 0;
    }
}
