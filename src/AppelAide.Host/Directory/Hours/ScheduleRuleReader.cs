using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// Reads a row of HSDS 3.0's <c>schedules.csv</c> by the names of its columns, and two that publishers add: <c>bymonth</c> (RFC 5545) and
/// <c>closed</c> (an exception). What programs write for a number, a date or a time is taken; a row that means nothing certain is refused.
/// </summary>
internal static class ScheduleRuleReader
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        "yyyy-MM-dd HH:mm:ss", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmss'Z'",
    ];

    private static readonly string[] Weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

    /// <summary>Reads a row.</summary>
    /// <param name="field">What a column has; empty when it has nothing, or is not there.</param>
    /// <param name="rule">What the row says; of hours that it describes in words alone, nothing, and no problem.</param>
    /// <param name="problem">The column and what is wrong with it: <c>opens_at: "soon" is not a time such as 09:00</c>.</param>
    public static bool TryRead(Func<string, string> field, [NotNullWhen(true)] out ScheduleRule? rule, [NotNullWhen(false)] out string? problem)
    {
        rule = null;
        var row = new Row(field);
        var byDay = row.List("byday", WeekdayOf, "a day such as MO, 2TU or -1FR");
        var (opens, opensOffset) = row.Time("opens_at");
        var (closes, closesOffset) = row.Time("closes_at");
        var read = new ScheduleRule
        {
            Frequency = row.Frequency(!byDay.IsEmpty),
            Interval = row.Whole("interval", 1, int.MaxValue) ?? 1,
            ByDay = byDay,
            ByMonthDay = row.Numbers("bymonthday", 31),
            ByMonth = row.Numbers("bymonth", 12, signed: false),
            ByYearDay = row.Numbers("byyearday", 366),
            ByWeekNumber = row.Numbers("byweekno", 53),
            WeekStart = row.WeekStart(),
            DtStart = row.Date("dtstart"),
            Until = row.Date("until"),
            Count = row.Whole("count", 1, int.MaxValue),
            ValidFrom = row.Date("valid_from"),
            ValidTo = row.Date("valid_to"),
            IsClosed = row.YesNo("closed"),
            Opens = opens,
            Closes = closes,
            UtcOffset = opensOffset ?? closesOffset,
        };
        read = row.WithHours(read);
        row.CheckDays(read);
        problem = row.Problem;
        if (problem is not null)
            return false;
        rule = read;
        return true;
    }

    private static WeekdayOrdinal? WeekdayOf(string text)
    {
        var name = text.TrimStart('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var number = text[..^name.Length];
        var ordinal = 0;
        if (number.Length > 0 && (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) || ordinal is 0 or > 53 or < -53))
            return null;
        name = name.Trim().ToUpperInvariant();
        var day = name.Length < 2 ? -1 : Array.FindIndex(Weekdays, known => known.StartsWith(name, StringComparison.Ordinal));
        return day < 0 ? null : new(ordinal, (DayOfWeek)day);
    }

    /// <summary>A row being read; it keeps the first problem.</summary>
    private sealed class Row(Func<string, string> field)
    {
        public string? Problem { get; private set; }

        public Frequency Frequency(bool hasDays)
        {
            var text = Text("freq");
            if (text.Length == 0)
                return hasDays ? Hours.Frequency.Weekly : Hours.Frequency.None;
            if (Enum.TryParse<Frequency>(text, ignoreCase: true, out var frequency) && frequency != Hours.Frequency.None && !char.IsDigit(text[0]))
                return frequency;
            return Wrong<Frequency>("freq", text, "DAILY, WEEKLY, MONTHLY or YEARLY");
        }

        public DayOfWeek WeekStart()
        {
            var text = Text("wkst");
            if (text.Length == 0)
                return DayOfWeek.Monday;
            return WeekdayOf(text) is { Ordinal: 0, Day: var day } ? day : Wrong<DayOfWeek>("wkst", text, "a day such as MO");
        }

        public DateOnly? Date(string column)
        {
            var text = Text(column);
            if (text.Length == 0)
                return null;
            return DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? DateOnly.FromDateTime(moment.DateTime)
                : Wrong<DateOnly?>(column, text, "a date such as 2026-09-01");
        }

        public int? Whole(string column, int least, int most)
        {
            var text = Text(column);
            if (text.Length == 0)
                return null;
            // Spreadsheets write 2.0; what is beyond any calendar is no less certain for that.
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && decimal.IsInteger(number)
                ? (int)Math.Min(number, most)
                : Wrong<int?>(column, text, "a whole number from 1 on");
        }

        public ImmutableArray<int> Numbers(string column, int most, bool signed = true) => List(column, text =>
            int.TryParse(text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number != 0 && number <= most && number >= (signed ? -most : 1)
                ? number
                : (int?)null,
            $"a number up to {most}");

        public ImmutableArray<T> List<T>(string column, Func<string, T?> read, string expected)
            where T : struct
        {
            var found = new List<T>();
            foreach (var part in Text(column).Split([',', ';', ' ', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (read(part) is not { } value)
                    return Wrong<ImmutableArray<T>?>(column, part, expected) ?? [];
                if (!found.Contains(value))
                    found.Add(value);
            }

            return [.. found];
        }

        public (int? Minutes, TimeSpan? Offset) Time(string column)
        {
            var text = Text(column);
            if (text.Length == 0)
                return (null, null);
            return ClockReader.Read(text) is { } time ? time : Wrong<(int?, TimeSpan?)>(column, text, "a time such as 09:00");
        }

        public bool YesNo(string column) => Text(column).ToUpperInvariant() switch
        {
            "" or "FALSE" or "NO" or "NON" or "0" => false,
            "TRUE" or "YES" or "OUI" or "1" => true,
            var text => Wrong<bool>(column, text, "true or false"),
        };

        /// <summary>Puts the end after the beginning.</summary>
        public ScheduleRule WithHours(ScheduleRule rule)
        {
            switch (rule.Opens, rule.Closes)
            {
                case (null, null):
                    return rule;
                case (null, _):
                    return Wrong("opens_at: is missing beside closes_at", rule);
                case (_, null):
                    return Wrong("closes_at: is missing beside opens_at", rule);
                // The last minute of a day is how programs without 24:00 write its end.
                case (var opens, 24 * 60 - 1):
                    return rule with { Opens = opens, Closes = HoursNotation.MinutesADay };
                case (HoursNotation.MinutesADay, _):
                    return Wrong("opens_at: no day opens at 24:00", rule);
                case (0, 0):
                    return rule with { Closes = HoursNotation.MinutesADay };
                case var (opens, closes) when opens == closes:
                    return Wrong("closes_at: is the same as opens_at", rule);
                case var (opens, closes):
                    return closes < opens ? rule with { Closes = closes + HoursNotation.MinutesADay } : rule;
            }
        }

        /// <summary>Sees that what the row repeats begins somewhere, and does not end before.</summary>
        public void CheckDays(ScheduleRule rule)
        {
            if (rule.ValidTo < rule.ValidFrom && rule is not { ValidFrom.Year: 1, ValidTo.Year: 1 })
                Wrong("valid_to: is before valid_from", rule);
            else if (rule.Until < rule.DtStart)
                Wrong("until: is before dtstart", rule);
            else if (rule.Frequency != Hours.Frequency.None && Recurrence.From(rule) is null)
                Wrong(rule.Interval > 1 ? "dtstart: is missing beside interval" : rule.Count is not null ? "dtstart: is missing beside count" : "byday: is missing, and so is dtstart", rule);
            else if (rule.IsClosed && Recurrence.From(rule) is null)
                Wrong("valid_from: is missing beside closed", rule);
        }

        private string Text(string column) => field(column).Trim();

        private T? Wrong<T>(string column, string text, string expected)
        {
            Problem ??= $"{column}: \"{(text.Length > 40 ? text[..40] + "…" : text)}\" is not {expected}";
            return default;
        }

        private ScheduleRule Wrong(string whatIsWrong, ScheduleRule rule)
        {
            Problem ??= whatIsWrong;
            return rule;
        }
    }
}
