using System.Globalization;
using System.Text.RegularExpressions;

namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>Times of day as publishers write them: <c>09:00</c>, <c>10:00:00-05:00</c>, <c>9am</c>, <c>4:00 PM</c>, <c>16 h 30</c>, <c>24:00</c>.</summary>
internal static partial class TimeText
{
    /// <summary>Minutes after midnight, up to 1440; null for anything else.</summary>
    public static int? Minutes(string text)
    {
        var match = Time().Match(text);
        if (!match.Success)
            return null;
        var hour = Number(match, "hour");
        var minute = Number(match, "minute");
        var half = match.Groups["half"].Value;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (!match.Groups["mark"].Success)
        {
            // A bare number may be anything.
            return null;
        }

        return minute > 59 || hour > 24 || (hour == 24 && minute > 0) ? null : hour * 60 + minute;
    }

    /// <summary><c>09:00</c> of minutes after midnight.</summary>
    public static string Of(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(?<hour>\d{1,2})\s*(?:(?<mark>[:h.])\s*(?<minute>\d{2})?(?::\d{2}(?:\.\d+)?)?)?\s*(?:(?<half>[ap])\.?\s?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
