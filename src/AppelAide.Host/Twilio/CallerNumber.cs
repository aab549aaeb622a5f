using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Twilio;

/// <summary>The number of the other party of a call or message, as Twilio gives it.</summary>
internal static class CallerNumber
{
    /// <summary>
    /// The numbers Twilio writes for people who hide theirs: the keypad spelling of ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE, UNKNOWN.
    /// Taken for real ones, they would make one person of all who hide theirs.
    /// See https://support.twilio.com/hc/en-us/articles/223179988.
    /// </summary>
    private static readonly HashSet<string> Hidden = ["+266696687", "+2562533", "+7378742833", "+86282452253", "+8656696"];

    /// <summary>The number in E.164, or the empty string when it is hidden, absent or not a telephone number.</summary>
    public static string Read(StringValues values)
    {
        var number = FormText.One(values).Trim();
        return IsE164(number) && !Hidden.Contains(number) ? number : "";
    }

    /// <summary>Whether it is <c>+</c> and 7 to 15 digits that do not begin with 0.</summary>
    public static bool IsE164(string number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number[1] != '0' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
