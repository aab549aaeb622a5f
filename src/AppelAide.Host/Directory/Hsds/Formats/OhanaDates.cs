using System.Globalization;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>Holidays of the older layout, in which the year 1 is every year, as schedules of the standard.</summary>
internal static class OhanaDates
{
    private const string EveryDay = "MO,TU,WE,TH,FR,SA,SU";

    private static readonly string[] Written = ["MMMM d, yyyy", "MMM d, yyyy", "M/d/yyyy", "M/d/yy", "yyyy-MM-dd"];

    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var date) ? date : null;

    /// <summary>
    /// The days from one date to another as fields of schedules. The standard has no yearly recurrence, so what comes every year is every twelfth month:
    /// a schedule for each month it touches.
    /// </summary>
    public static IEnumerable<(string Name, string Value)[]> Schedules(DateOnly first, DateOnly last)
    {
        if (first.Year > 1)
        {
            yield return [("valid_from", Day(first)), ("valid_to", Day(last)), ("freq", "WEEKLY"), ("byday", EveryDay)];
            yield break;
        }

        // Any leap year in the past will do, so that 29 February is a day.
        (first, last) = (new(2000, first.Month, first.Day), new(2000, last.Month, last.Day));
        for (var month = first.Month; ; month = month % 12 + 1)
        {
            var from = month == first.Month ? first.Day : 1;
            var isLast = month == last.Month && (month != first.Month || last >= first);
            var to = isLast ? last.Day : DateTime.DaysInMonth(2000, month);
            yield return
            [
                ("dtstart", Day(new(2000, month, 1))),
                ("freq", "MONTHLY"),
                ("interval", "12"),
                ("bymonthday", string.Join(',', Enumerable.Range(from, to - from + 1))),
            ];
            if (isLast)
                break;
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
