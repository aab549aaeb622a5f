using System.Text.RegularExpressions;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>Whether the fields of a schedule make sense together.</summary>
internal static partial class HoursCheck
{
    /// <summary>A door that seems to be open longer than this, over midnight, was written wrong: 9 to 3 is not 18 hours.</summary>
    private const int LongestNight = 14 * 60;

    /// <summary>The field that is wrong and what is wrong with it; null when nothing is.</summary>
    public static (string Field, string Problem)? Of(Func<string, string> field)
    {
        if (ClockReader.Read(field("opens_at"))?.Minutes is { } opens && ClockReader.Read(field("closes_at"))?.Minutes is { } closes)
        {
            if (opens == closes)
                return ("closes_at", $"it opens and closes at {HoursNotation.Time(opens)}");
            if (closes < opens && closes + 1440 - opens > LongestNight)
                return ("closes_at", $"it opens at {HoursNotation.Time(opens)} and closes at {HoursNotation.Time(closes)}");
        }

        foreach (var (first, last) in (ReadOnlySpan<(string, string)>)[("valid_from", "valid_to"), ("dtstart", "until")])
        {
            if (ValueCheck.IsDate(field(first)) && ValueCheck.IsDate(field(last)) && string.CompareOrdinal(field(last), field(first)) < 0)
                return (last, $"{field(last)} is before {first}, {field(first)}");
        }

        foreach (var counted in (ReadOnlySpan<string>)["interval", "count"])
        {
            if (field(counted).Length > 0 && ValueCheck.NumberOf(field(counted)) is { } number && (number < 1 || number != Math.Floor(number)))
                return (counted, $"{field(counted)} is not a whole number from 1 on");
        }

        if (field("byday").Length > 0 && !Days().IsMatch(field("byday")))
            return ("byday", $"\"{ValueCheck.Short(field("byday"))}\" is not a list of days such as MO,TU,1FR");
        foreach (var (numbers, most) in (ReadOnlySpan<(string, int)>)[("bymonthday", 31), ("byyearday", 366), ("byweekno", 53)])
        {
            if (field(numbers).Length > 0 && !field(numbers).Split(',').All(number => int.TryParse(number, out var day) && day != 0 && Math.Abs(day) <= most))
                return (numbers, $"\"{ValueCheck.Short(field(numbers))}\" is not a list of numbers up to {most}");
        }

        return null;
    }

    [GeneratedRegex(@"^\s*[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(\s*,\s*[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
