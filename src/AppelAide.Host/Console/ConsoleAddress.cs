using System.Text;

namespace AppelAide.Host.Console;

/// <summary>Addresses that come from outside, to be led to.</summary>
internal static class ConsoleAddress
{
    private const string First = "/console";

    /// <summary>The address when it is one of the console, as a header takes it; else the first page's. "//elsewhere" and "/\elsewhere" lead out of the console.</summary>
    public static string OfOurs(string? address)
    {
        if (address is null || address.Any(char.IsControl) || !address.StartsWith(First, StringComparison.Ordinal) || (address.Length > First.Length && address[First.Length] is not ('/' or '?'))) return First;
        return string.Concat(address.EnumerateRunes().Select(rune => rune.Value is > ' ' and < 0x7F ? rune.ToString() : Escaped(rune)));
    }

    private static string Escaped(Rune rune) => Uri.EscapeDataString(rune.ToString());
}
