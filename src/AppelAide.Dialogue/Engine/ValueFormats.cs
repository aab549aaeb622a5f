using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Engine;

/// <summary>How a value is said or written: the word after <c>|</c> in a prompt.</summary>
public static class ValueFormats
{
    /// <summary>The formats that a prompt may name.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string> { "", "date", "time", "when", "before", "phone", "digits", "distance", "money", "count", "to", "of" };

    /// <summary>A value in its format; a value that does not fit it is given as it is.</summary>
    /// <param name="part">The place in the prompt: name, format, arguments.</param>
    /// <param name="value">The value; empty gives nothing.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="channel">Said, or written.</param>
    /// <param name="today">The day of the turn, for "demain".</param>
    public static string Format(ValuePart part, string value, string language, Channel channel, DateOnly today)
    {
        if (value.Length == 0) return "";
        var invariant = CultureInfo.InvariantCulture;
        return part.Format switch
        {
            "date" when DateOnly.TryParseExact(value, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var date) || DateOnly.TryParse(value, invariant, out date) => Wording.Date(date, today, language, channel),
            "time" when TimeOnly.TryParseExact(value, "HH:mm", invariant, DateTimeStyles.None, out var time) || TimeOnly.TryParse(value, invariant, out time) => Wording.Time(time, language, channel),
            "when" when DateTime.TryParse(value, invariant, out var moment) => Wording.Moment(moment, today, language, channel),
            "before" when DateTime.TryParse(value, invariant, out var moment) => Before(moment, today, language, channel),
            "to" => language == Languages.English ? value : FrenchPlace.To(value),
            "of" => language == Languages.English ? value : FrenchPlace.Of(value),
            "phone" => Wording.Phone(value, channel),
            "digits" => channel == Channel.Voice ? Wording.Digits(value) : value,
            "distance" when double.TryParse(value, invariant, out var kilometres) => Wording.Distance(kilometres, language, channel),
            "money" when decimal.TryParse(value, invariant, out var dollars) => Wording.Money(dollars, language, channel),
            "count" when int.TryParse(value, invariant, out var n) && part.Arguments.Length == 2 => Wording.Count(n, part.Arguments[0], part.Arguments[1], language),
            _ => value,
        };
    }

    /// <summary>What is promised by a moment: <c>demain avant midi</c>, <c>Tuesday, December 1, before 1:30 p.m.</c></summary>
    private static string Before(DateTime moment, DateOnly today, string language, Channel channel)
    {
        var date = DateOnly.FromDateTime(moment);
        var time = Wording.Time(TimeOnly.FromDateTime(moment), language, channel);
        var day = Wording.RelativeDay(date, today, language) ?? Wording.Date(date, today, language, channel);
        return language == Languages.English ? $"{day} before {time}" : $"{day} avant {time}";
    }
}
