using System.Globalization;

namespace AppelAide.Host.Calls.Figures;

/// <summary>How days and weeks are written in the tables of counts: they sort as time does.</summary>
internal static class FigureSpan
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The text of a date.</summary>
    public static string Text(DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The date of a text.</summary>
    public static DateOnly Read(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    /// <summary>The Monday of a date's week.</summary>
    public static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
