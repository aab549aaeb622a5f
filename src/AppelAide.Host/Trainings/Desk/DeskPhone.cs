using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>A citizen's telephone as staff write it.</summary>
internal static class DeskPhone
{
    // What people write between the digits of a number.
    private const string Punctuation = " -.()\u00A0";

    /// <summary>E.164, from that or from ten digits of the North American plan; null when a person cannot have that number.</summary>
    public static string? Read(string text)
    {
        var digits = string.Concat(text.Where(unit => !Punctuation.Contains(unit, StringComparison.Ordinal)));
        if (digits.StartsWith('+') && !digits.StartsWith("+1", StringComparison.Ordinal)) return digits.Length is >= 8 and <= 16 && digits[1] != '0' && digits[1..].All(char.IsAsciiDigit) ? digits : null;
        var national = digits.StartsWith('+') ? digits[1..] : digits;
        return national.Length > 0 && national.All(char.IsAsciiDigit) ? SpokenPhone.Understand(national) : null;
    }
}
