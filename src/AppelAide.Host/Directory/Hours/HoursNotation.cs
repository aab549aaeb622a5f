using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// Reads hours written like <c>Mo-Fr 09:00-16:30; Sa 10:00-12:00</c> or <c>24/7</c>: the part of OpenStreetMap's opening_hours that
/// community directories use. https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
/// </summary>
internal static class HoursNotation
{
    public const int MinutesADay = 24 * 60;

    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <param name="text">The hours; empty when they are not known.</param>
    /// <param name="ranges">What was read.</param>
    /// <param name="problem">What could not be read.</param>
    public static bool TryParse(string text, out ImmutableArray<OpeningRange> ranges, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        ranges = [];
        if (text.Trim() == "24/7")
        {
            ranges = [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningRange(day, 0, MinutesADay))];
            return true;
        }

        var found = ImmutableArray.CreateBuilder<OpeningRange>();
        foreach (var rule in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = rule.IndexOf(' ', StringComparison.Ordinal);
            var days = space < 0 ? null : Days(rule[..space]);
            if (days is null || !AddTimes(rule[(space + 1)..], days, found))
            {
                problem = $"\"{rule}\" is not hours such as \"Mo-Fr 09:00-16:30\"";
                return false;
            }
        }

        ranges = found.ToImmutable();
        return true;
    }

    /// <summary>The day of <c>Mo</c> or <c>MO</c>; null for anything else.</summary>
    public static DayOfWeek? Day(string name)
    {
        var day = Array.FindIndex(DayNames, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return day < 0 ? null : (DayOfWeek)day;
    }

    private static List<DayOfWeek>? Days(string text)
    {
        var days = new List<DayOfWeek>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var first = Array.IndexOf(DayNames, ends[0]);
            var last = Array.IndexOf(DayNames, ends[^1]);
            if (ends.Length > 2 || first < 0 || last < 0)
                return null;
            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)day);
                if (day == last)
                    break;
            }
        }

        return days;
    }

    private static bool AddTimes(string text, List<DayOfWeek> days, ImmutableArray<OpeningRange>.Builder into)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Minutes(ends[0]) is not { } from || Minutes(ends[1]) is not { } to || from == to || from == MinutesADay)
                return false;
            if (to < from)
                to += MinutesADay;
            foreach (var day in days)
                into.Add(new(day, from, to));
        }

        return true;
    }

    /// <summary><c>16:30</c> of minutes after midnight; a time of the next day is written as that day writes it.</summary>
    public static string Time(int minutes)
    {
        var (hour, minute) = Math.DivRem(minutes > MinutesADay ? minutes - MinutesADay : minutes, 60);
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
    }

    /// <summary>Minutes after midnight of <c>09:00</c>, up to <c>24:00</c>; null for anything else.</summary>
    public static int? Minutes(string text)
    {
        if (text == "24:00")
            return MinutesADay;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.Hour * 60 + time.Minute
            : null;
    }
}
