using System.Globalization;
using System.Text.RegularExpressions;

namespace AppelAide.Host.Directory.Hours;

/// <summary>Reads a time of day as directories write it.</summary>
internal static partial class ClockReader
{
    /// <summary>Minutes after midnight up to 24:00, seconds left out, and the offset from UTC when one is written; null for what is no time.</summary>
    /// <param name="text"><c>10:00</c>, <c>10:00:00</c>, <c>10:00-05:00</c>, <c>10:00Z</c>, <c>24:00</c>, <c>9am</c>, <c>3:30 PM</c>, <c>9 h 30</c>.</param>
    public static (int Minutes, TimeSpan? Offset)? Read(string text)
    {
        var match = Clock().Match(text.Trim());
        if (!match.Success)
            return null;
        var hour = Number(match, "hour");
        var minute = Number(match, "minute");
        var half = match.Groups["half"].Value;
        if (half.Length > 0)
        {
            if (hour is 0 or > 12)
                return null;
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (!match.Groups["minute"].Success && !match.Groups["h"].Success)
        {
            // A bare number says no time.
            return null;
        }

        if (hour > 24 || hour == 24 && minute > 0)
            return null;
        TimeSpan? offset = null;
        if (match.Groups["z"].Success)
            offset = TimeSpan.Zero;
        else if (match.Groups["sign"].Success)
            offset = new TimeSpan(Number(match, "offsetHour"), Number(match, "offsetMinute"), 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return offset?.Duration() > TimeSpan.FromHours(14) ? null : (hour * 60 + minute, offset);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})\s*(?:(?::|(?<h>[hH]))\s*(?<minute>[0-5][0-9])?(?::[0-5][0-9](?:\.[0-9]+)?)?)?\s*(?<half>[aApP]\.?[mM]\.?)?\s*(?:(?<z>[zZ])|(?<sign>[+-])(?<offsetHour>[0-9]{2}):?(?<offsetMinute>[0-5][0-9])?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
