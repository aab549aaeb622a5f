using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>Hours as people write them: <c>Mo-Fr 09:00-16:30</c>, but also "lundi au vendredi de 9 h à 16 h 30".</summary>
internal static partial class PlainHours
{
    private static readonly (string Notation, string Pattern)[] Days =
    [
        ("Mo", "lundis?|lun|lu|monday|mon|mo"),
        ("Tu", "mardis?|mar|ma|tuesday|tue|tu"),
        ("We", "mercredis?|mer|me|wednesday|wed|we"),
        ("Th", "jeudis?|jeu|je|thursday|thu|th"),
        ("Fr", "vendredis?|ven|ve|friday|fri|fr"),
        ("Sa", "samedis?|sam|sa|saturday|sat"),
        ("Su", "dimanches?|dim|di|sunday|sun|su"),
    ];

    private static readonly (string Notation, Regex Pattern)[] DayNames =
        [.. Days.Select(day => (day.Notation, new Regex($@"\b(?:{day.Pattern})\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)))];

    /// <summary>The days, in the standard's <c>byday</c>, with the times of each.</summary>
    /// <returns>False when they cannot be read.</returns>
    public static bool TryRead(string text, out ImmutableArray<(string Days, string Opens, string Closes)> found, out string problem)
    {
        found = [];
        if (!HoursNotation.TryParse(text, out var ranges, out var told) && !HoursNotation.TryParse(Notation(text), out ranges, out _))
        {
            problem = told;
            return false;
        }

        problem = "";
        found =
        [
            .. ranges.GroupBy(range => (range.From, range.To)).Select(hours => (
                string.Join(',', hours.Select(range => Days[((int)range.Day + 6) % 7].Notation.ToUpperInvariant()).Distinct()),
                HoursNotation.Time(hours.Key.From),
                HoursNotation.Time(hours.Key.To))),
        ];
        return true;
    }

    /// <summary>"Lundi au vendredi, 9h à 16h30" in the notation that is read.</summary>
    private static string Notation(string text)
    {
        foreach (var (notation, pattern) in DayNames)
            text = pattern.Replace(text, notation);
        text = HalfDays().Replace(text, time => string.Create(
            CultureInfo.InvariantCulture,
            $"{(int.Parse(time.Groups[1].ValueSpan, CultureInfo.InvariantCulture) % 12) + (time.Groups[3].Value is "p" or "P" ? 12 : 0):00}:{(time.Groups[2].Success ? time.Groups[2].Value : "00")}"));
        text = Noon().Replace(text, "12:00");
        text = Midnight().Replace(text, "24:00");
        // A day that is closed is a day without hours.
        text = Closed().Replace(text, "");
        text = Times().Replace(text, time => string.Create(
            CultureInfo.InvariantCulture,
            $"{int.Parse(time.Groups[1].ValueSpan, CultureInfo.InvariantCulture):00}:{(time.Groups[2].Success ? time.Groups[2].Value : "00")}"));
        text = Small().Replace(text, " ");
        text = Until().Replace(text, "-");
        text = And().Replace(text, ",");
        // "Mo-Fr, 09:00" and "Mo-Fr: 09:00": what comes before a time is only a blank.
        text = BeforeTime().Replace(text, "$1 $2");
        return NewRule().Replace(text.Trim(), "$1; $2");
    }

    [GeneratedRegex(@"\b(1[0-2]|0?[1-9])(?:\s*[:.]\s*([0-5]\d))?\s*([ap])\.?\s?m\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HalfDays();

    [GeneratedRegex(@"\b(\d{1,2})\s*[h:](?:\s*(\d{2}))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(?:midi|noon)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noon();

    [GeneratedRegex(@"\b(?:minuit|midnight)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"[;,]?\s*[A-Z][a-z](?:\s*(?:-|–|,|\bau\b|\bto\b|\bet\b|\band\b)\s*[A-Z][a-z])*\s*:?\s*(?i:ferm\u00e9e?s?|closed)", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    [GeneratedRegex(@"\b(?:de|du|le|les|from)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"\s*(?:-|–|\bau\b|\bà\b|\ba\b|\bto\b|\bjusqu'à\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\s*(?:,|&|\bet\b|\band\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"([A-Z][a-z])\s*[,:]?\s*(\d\d:)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeTime();

    [GeneratedRegex(@"(:\d\d)\s*[,;]?\s*([A-Z][a-z]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex NewRule();
}
