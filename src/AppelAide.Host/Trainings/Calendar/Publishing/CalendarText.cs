using System.Globalization;
using System.Text;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>Writes lines of a calendar: escaped, folded at 75 octets without cutting a letter, ended by CRLF (RFC 5545, 3.1 and 3.3.11).</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;

    private readonly StringBuilder written = new();

    /// <summary>A line whose value is no text: nothing in it is escaped.</summary>
    public CalendarText Line(string name, string value)
    {
        var line = $"{name}:{value}";
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                written.Append("\r\n ");
                octets = 1;
            }

            written.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        written.Append("\r\n");
        return this;
    }

    /// <summary>A line of text; none when the text is empty.</summary>
    public CalendarText Text(string name, string text) => text.Length == 0 ? this : Line(name, Escape(text));

    /// <summary>Lines that are written already.</summary>
    public CalendarText Raw(string lines)
    {
        written.Append(lines);
        return this;
    }

    public override string ToString() => written.ToString();

    /// <summary>A text as a value: what would end it or part it is escaped, and what no text may hold is gone.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text.ReplaceLineEndings("\n"))
        {
            switch (unit)
            {
                case '\n': escaped.Append("\\n"); break;
                case '\\' or ';' or ',': escaped.Append('\\').Append(unit); break;
                case '\t': escaped.Append(' '); break;
                default:
                    if (!char.IsControl(unit)) escaped.Append(unit);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A text as the value of a parameter, in quotes; it can have none in it.</summary>
    public static string Quoted(string text) => $"\"{string.Concat(text.Where(unit => unit != '"' && !char.IsControl(unit)))}\"";

    /// <summary>A time on a clock.</summary>
    public static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>A moment, in UTC.</summary>
    public static string Instant(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A date.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
