using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Editing;

/// <summary>
/// Hours of a week in words that staff read and write: "lundi au vendredi 9 h à 16 h 30; samedi 10 h à 12 h". What is written here,
/// <see cref="Hsds.Formats.PlainHours"/> reads back the same.
/// </summary>
internal static class HoursText
{
    private static readonly string[] French = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] English = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Whether a row says hours of every week of a season and nothing more, and so fits in words.</summary>
    public static bool Fits(HsdsRecord schedule) => RangesOf(schedule) is not null;

    /// <summary>The hours of rows that fit.</summary>
    public static string Write(IEnumerable<HsdsRecord> schedules, string language) =>
        Write([.. schedules.SelectMany(row => RangesOf(row) ?? [])], language);

    /// <summary>Hours in words.</summary>
    public static string Write(ImmutableArray<OpeningRange> ranges, string language)
    {
        if (ranges.Select(range => range.Day).Distinct().Count() == 7 && ranges.All(range => range is { From: 0, To: HoursNotation.MinutesADay }))
            return "24/7";
        // Monday first, as weeks are written here.
        var week = Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))
            .Select(day => (Day: day, Hours: string.Join(", ", ranges.Where(range => range.Day == day).Distinct().OrderBy(range => range.From).Select(range => Hours(range, language)))))
            .Where(day => day.Hours.Length > 0);
        var parts = new List<string>();
        foreach (var group in week.GroupBy(day => day.Hours))
            parts.Add($"{Days([.. group.Select(day => day.Day)], language)} {group.Key}");
        return string.Join("; ", parts);
    }

    /// <summary>The hours of a row; null when it says more than hours of a week.</summary>
    public static ImmutableArray<OpeningRange>? RangesOf(HsdsRecord schedule)
    {
        if (schedule["timezone"].Length > 0 || !ScheduleRuleReader.TryRead(field => schedule[field], out var rule, out _))
            return null;
        return rule is { Frequency: Frequency.Weekly, Interval: 1, Count: null, IsClosed: false, UtcOffset: null, Opens: { } opens, Closes: { } closes }
            && rule.ByMonthDay.IsEmpty && rule.ByMonth.IsEmpty && rule.ByYearDay.IsEmpty && rule.ByWeekNumber.IsEmpty
            && !rule.ByDay.IsEmpty && rule.ByDay.All(day => day.Ordinal == 0)
            ? [.. rule.ByDay.Select(day => new OpeningRange(day.Day, opens, closes))]
            : null;
    }

    private static string Days(List<DayOfWeek> days, string language)
    {
        var (names, until) = language == "en" ? (English, "to") : (French, "au");
        var numbers = days.Select(day => ((int)day + 6) % 7).ToList();
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
                last++;
            if (last - i < 2)
            {
                parts.Add(names[(int)days[i]]);
                continue;
            }

            parts.Add($"{names[(int)days[i]]} {until} {names[(int)days[last]]}");
            i = last;
        }

        return string.Join(", ", parts);
    }

    private static string Hours(OpeningRange range, string language) => language == "en"
        ? $"{HalfDay(range.From)} to {HalfDay(range.To)}"
        : $"{Clock(range.From)} à {Clock(range.To)}";

    // Midnight ends a day; one that begins with it begins at 12:00 am.
    private static string HalfDay(int minutes)
    {
        if (minutes == HoursNotation.MinutesADay) return "midnight";
        var (hour, minute) = Math.DivRem(minutes % HoursNotation.MinutesADay, 60);
        return (hour, minute) is (12, 0) ? "noon" : string.Create(CultureInfo.InvariantCulture, $"{(hour % 12 == 0 ? 12 : hour % 12)}:{minute:00} {(hour < 12 ? "am" : "pm")}");
    }

    private static string Clock(int minutes)
    {
        var time = HoursNotation.Time(minutes);
        var (hour, minute) = (int.Parse(time[..2], CultureInfo.InvariantCulture), time[3..]);
        return minute == "00" ? string.Create(CultureInfo.InvariantCulture, $"{hour} h") : string.Create(CultureInfo.InvariantCulture, $"{hour} h {minute}");
    }
}
