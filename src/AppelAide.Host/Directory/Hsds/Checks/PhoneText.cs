using System.Text.RegularExpressions;

namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>Telephones as publishers write them: <c>650 780-7525</c>, <c>(418) 555-0137 poste 12</c>, <c>1-800-555-INFO</c>, <c>"+44 1234 234567"</c>.</summary>
internal static partial class PhoneText
{
    /// <summary>The number to dial, E.164, or the short number itself (911, 211).</summary>
    /// <returns>False when it cannot be dialled.</returns>
    public static bool TryDial(string text, out string number)
    {
        number = "";
        var main = Extension().Replace(text, "").Trim(' ', '"', '\'', '\u00A0');
        var digits = string.Concat(main.Where(char.IsLetterOrDigit).Select(Digit));
        if (digits.Contains('?', StringComparison.Ordinal))
            return false;
        if (main.StartsWith('+') && !digits.StartsWith('1'))
            return digits.Length is >= 8 and <= 15 && Told("+" + digits, out number);
        if (!main.StartsWith('+') && digits.StartsWith('0'))
            return digits.Length is >= 9 and <= 16 && Told(digits, out number);
        if (digits is [>= '2' and <= '9', '1', '1'] or "988" or "112" or "999")
            return Told(digits, out number);
        var own = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        // In North America neither the area nor the exchange begins with 0 or 1.
        return own.Length == 10 && own[0] >= '2' && own[3] >= '2' && Told("+1" + own, out number);
    }

    /// <summary>The digits of an extension written after a number; empty for none.</summary>
    public static string ExtensionOf(string text) => string.Concat(Extension().Match(text).Value.Where(char.IsAsciiDigit));

    private static bool Told(string dialled, out string number)
    {
        number = dialled;
        return true;
    }

    /// <summary>The key that has a letter: 555-INFO is 555-4636.</summary>
    private static char Digit(char unit) => char.ToUpperInvariant(unit) switch
    {
        >= '0' and <= '9' => unit,
        'A' or 'B' or 'C' => '2',
        'D' or 'E' or 'F' => '3',
        'G' or 'H' or 'I' => '4',
        'J' or 'K' or 'L' => '5',
        'M' or 'N' or 'O' => '6',
        'P' or 'Q' or 'R' or 'S' => '7',
        'T' or 'U' or 'V' => '8',
        'W' or 'X' or 'Y' or 'Z' => '9',
        _ => '?',
    };

    [GeneratedRegex(@"[\s,;]*(?:\b(?:ext(?:ension)?|poste|x)\b\.?|#)\s*:?\s*\d{1,6}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
