namespace AppelAide.Host.Directory;

/// <summary>A telephone number as directories write it: never a citizen's.</summary>
internal static class PublicPhone
{
    private const int NorthAmerican = 10;
    private const int ShortestAbroad = 8;
    private const int LongestE164 = 15;

    /// <summary>
    /// E.164 of <c>418 555-0137</c>, <c>1 (418) 555-0137</c>, <c>+44 1234 234567</c>; a short code such as 811 as it is; what is no number,
    /// trimmed.
    /// </summary>
    public static string Read(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.Contains('+') && digits.Length is >= ShortestAbroad and <= LongestE164)
            return "+" + digits;
        return digits.Length switch
        {
            NorthAmerican => "+1" + digits,
            NorthAmerican + 1 when digits[0] == '1' => "+" + digits,
            3 => digits,
            _ => text.Trim(),
        };
    }

    /// <summary>Whether a call can be put through to what <see cref="Read"/> gave.</summary>
    public static bool CanBeCalled(string number) => number is ['+', ..] || (number.Length == 3 && number.All(char.IsAsciiDigit));
}
