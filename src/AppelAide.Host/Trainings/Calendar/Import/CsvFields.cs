using System.Globalization;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A row of a partner's table, being read: what is wrong with it is told in words.</summary>
/// <param name="line">Its line in the file.</param>
/// <param name="field">What a column has; empty when it has nothing, or is not there.</param>
/// <param name="defects">Where defects are told.</param>
internal sealed class CsvFields(int line, Func<string, string> field, CalendarDefects defects)
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr-CA")];

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "d MMMM yyyy", "MMMM d, yyyy"];

    /// <summary>Its line in the file.</summary>
    public int Line => line;

    /// <summary>Whether anything in it is wrong, so that it is left out.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>A text as it is written.</summary>
    public string Text(string column) => field(column);

    /// <summary>A text of at most so many characters, on one line.</summary>
    public string Words(string column, int longest)
    {
        var text = field(column).ReplaceLineEndings(longest > 1_000 ? "\n" : " ");
        if (text.Length > longest)
            Wrong(column, $"is longer than {longest:N0} characters");
        else if (text.Any(unit => char.IsControl(unit) && unit is not ('\n' or '\t')))
            Wrong(column, "has a control character");
        return text;
    }

    /// <summary>One of some words; another one when nothing is written.</summary>
    public string OneOf(string column, string otherwise, params string[] words)
    {
        var text = field(column).ToLowerInvariant();
        if (text.Length == 0) return otherwise;
        if (!words.Contains(text))
            Wrong(column, $"\"{CalendarDefects.Short(text)}\" is none of: {string.Join(", ", words)}");
        return text;
    }

    /// <summary>A date; null when it is none.</summary>
    public DateOnly? Date(string column) => DateOf(column, field(column));

    /// <summary>Dates apart from each other by blanks, commas or semicolons.</summary>
    public IEnumerable<DateOnly> Dates(string column)
    {
        foreach (var text in field(column).Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (DateOf(column, text) is { } date)
                yield return date;
        }
    }

    /// <summary>A time of day; null when nothing is written, or what is none.</summary>
    public TimeOnly? Time(string column)
    {
        var text = field(column);
        if (text.Length == 0) return null;
        if (ClockReader.Read(text) is { Offset: null, Minutes: < 24 * 60 and var minutes })
            return TimeOnly.MinValue.AddMinutes(minutes);
        Wrong(column, $"\"{CalendarDefects.Short(text)}\" is not a time such as 13:30");
        return null;
    }

    /// <summary>How many may register; null when nothing is written.</summary>
    public int? Seats(string column, int? otherwise)
    {
        const int most = 10_000;
        var text = field(column);
        if (text.Length == 0) return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= most)
            return seats;
        Wrong(column, $"\"{CalendarDefects.Short(text)}\" is not a number of seats from 1 to {most:N0}; leave it empty for no limit");
        return null;
    }

    /// <summary>Dollars; null when it is free.</summary>
    public decimal? Cost(string column, decimal? otherwise)
    {
        const decimal most = 100_000;
        var text = field(column).Replace("$", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
        if (text.Length == 0) return otherwise;
        if (text.ToLowerInvariant() is "gratuit" or "free") return null;
        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) && cost < most)
            return cost == 0 ? null : decimal.Round(cost, 2);
        Wrong(column, $"\"{CalendarDefects.Short(text)}\" is not an amount such as 12.50");
        return null;
    }

    /// <summary>A telephone that can be dialled, E.164; empty when nothing is written.</summary>
    public string Phone(string column)
    {
        var text = field(column);
        if (text.Length == 0) return "";
        if (PhoneText.TryDial(text, out var number) && number.Length <= 32) return number;
        Wrong(column, $"\"{CalendarDefects.Short(text)}\" cannot be dialled");
        return "";
    }

    /// <summary>An address; empty when nothing is written.</summary>
    public string Email(string column)
    {
        var text = Words(column, 300);
        if (text.Length > 0 && (text.Count(unit => unit == '@') != 1 || text.Any(char.IsWhiteSpace)))
            Wrong(column, $"\"{CalendarDefects.Short(text)}\" is not an address such as info@example.org");
        return text;
    }

    /// <summary>Tells what is wrong; the row is left out.</summary>
    public void Wrong(string column, string problem)
    {
        IsWrong = true;
        defects.Add(line, column, problem, dropped: true);
    }

    /// <summary>A rule that repeats; null when nothing is written, or what is none.</summary>
    public EventRule? Rule(string column, CalendarMoment start)
    {
        if (field(column).Length == 0) return null;
        var text = field(column);
        var rule = EventRule.Read(new(line, column, [], text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? text["RRULE:".Length..] : text), start, defects);
        IsWrong |= rule is null;
        return rule;
    }

    /// <summary>Tells what will not come of it; the row itself is right.</summary>
    public void Note(string column, string problem) => defects.Add(line, column, problem, dropped: true);

    private DateOnly? DateOf(string column, string text)
    {
        foreach (var culture in Cultures)
        {
            if (DateOnly.TryParseExact(text.Replace("1er ", "1 ", StringComparison.OrdinalIgnoreCase), DateFormats, culture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 3000)
                return date;
        }

        Wrong(column, text.Length == 0 ? "is empty" : $"\"{CalendarDefects.Short(text)}\" is not a date that exists, such as 2026-12-01");
        return null;
    }
}
