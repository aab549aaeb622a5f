using System.Text;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Reads a telephone number of the North American plan: keyed, texted, or said digit by digit or in groups, in French and English
/// ("quatre un huit, cinq cinq cinq, zéro un quatre deux", "four eighteen, five fifty-five…").
/// </summary>
public static class SpokenPhone
{
    private const int Digits = 10;
    private const int MostDigits = 30;

    /// <summary>The number, E.164; null when there is no number that a person could have.</summary>
    /// <param name="text">The keys, or the words as recognised or texted.</param>
    public static string? Understand(string text)
    {
        var digits = DigitsOf(text);
        if (digits.Length == Digits + 1 && digits[0] == '1') digits = digits[1..];
        return IsPossible(digits) ? "+1" + digits : null;
    }

    /// <summary>The digits in a text, in order, up to an extension ("poste 12").</summary>
    public static string DigitsOf(string text)
    {
        var words = TextFolding.Tokens(text);
        var digits = new StringBuilder();
        for (var i = 0; i < words.Length && digits.Length < MostDigits;)
        {
            if (words[i] is "poste" or "extension" or "ext") break;
            if (words[i] is "double" or "triple" && i + 1 < words.Length && Digit(words[i + 1]) is { } repeated)
            {
                digits.Append(repeated, words[i] == "double" ? 2 : 3);
                i += 2;
            }
            else if (Digit(words[i]) is { } zero and '0')
            {
                digits.Append(zero);
                i++;
            }
            else if (char.IsAsciiDigit(words[i][0]))
            {
                digits.Append(words[i].Where(char.IsAsciiDigit).Take(MostDigits).ToArray());
                i++;
            }
            else if (SpokenNumber.Group(words, ref i) is { } group)
            {
                digits.Append(System.Globalization.CultureInfo.InvariantCulture, $"{group}");
            }
            else
            {
                i++;
            }
        }

        return digits.ToString();
    }

    /// <summary>
    /// Area codes and exchanges begin with 2 to 9 and are no service code (211, 911); 900 and the exchange 976 are premium; 555 is no area.
    /// See https://www.nanpa.com/numbering. Numbers of films (555-01xx) pass: the line's own examples are such.
    /// </summary>
    private static bool IsPossible(string digits) =>
        digits.Length == Digits && digits[0] >= '2' && digits[3] >= '2' && digits[1..3] != "11" && digits[4..6] != "11" && digits[..3] is not ("900" or "555") && digits[3..6] != "976";

    private static char? Digit(string word) => word switch
    {
        "zero" or "o" or "oh" => '0',
        _ when word.Length == 1 && char.IsAsciiDigit(word[0]) => word[0],
        _ => SpokenNumber.DigitOf(word) is { } digit ? (char)('0' + digit) : null,
    };
}
