using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Directory;

/// <summary>A telephone number as directories write it: never a citizen's.</summary>
internal static class PublicPhone
{
    /// <summary>E.164, or a short number such as 811; what cannot be dialled as it was written.</summary>
    public static string Read(string text) => PhoneText.TryDial(text, out var number) ? number : text.Trim();

    /// <summary>Whether a call can be put through to what <see cref="Read"/> gave.</summary>
    public static bool CanBeCalled(string number) => number is ['+', ..] || (number.Length == 3 && number.All(char.IsAsciiDigit));
}
