namespace AppelAide.Host.Console.Bulletins;

/// <summary>A telephone number as people write theirs: <c>418 555-0142</c>, <c>(418) 555-0142</c>, <c>+1 418 555 0142</c>.</summary>
internal static class TypedNumber
{
    private const string Between = " -().\u00A0\u2011";

    /// <summary>The number in E.164; empty when it is none.</summary>
    public static string Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Trim().Where(character => !Between.Contains(character, StringComparison.Ordinal)));
        var digits = text.StartsWith('+') ? text[1..] : text;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit) || digits[0] == '0') return "";
        if (text[0] == '+') return digits.Length is >= 7 and <= 15 ? text : "";
        return digits switch
        {
            { Length: 10 } => "+1" + digits,
            { Length: 11 } when digits[0] == '1' => "+" + digits,
            _ => "",
        };
    }
}
