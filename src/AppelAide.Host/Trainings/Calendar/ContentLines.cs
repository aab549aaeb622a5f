using System.Collections.Immutable;
using System.Text;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>
/// Parts a calendar into its lines: unfolds them (RFC 5545, 3.1), whether they end by CRLF or LF, and passes blank ones over. Linear in time; a line
/// that is none is told and left out.
/// </summary>
internal static class ContentLines
{
    /// <summary>The longest line, unfolded: no description of an event is half as long.</summary>
    private const int Longest = 100_000;

    /// <summary>The name of what stands for a property that cannot be read: an event without its EXDATE is another event.</summary>
    public const string Broken = "X-APPELAIDE-BROKEN";

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<ContentLine> Read(string text, CalendarDefects defects)
    {
        var line = new StringBuilder();
        var (number, start) = (0, 0);
        for (int at = 0, next; at < text.Length; at = next)
        {
            number++;
            var feed = text.IndexOf('\n', at);
            next = feed < 0 ? text.Length : feed + 1;
            var part = text[at..next].TrimEnd('\r', '\n');
            if (part.Length > 0 && part[0] is ' ' or '\t' && line.Length > 0)
            {
                line.Append(part, 1, part.Length - 1);
                continue;
            }

            if (line.Length > 0 && Parse(line.ToString(), start, defects) is { } read)
                yield return read;
            line.Clear();
            start = number;
            line.Append(string.IsNullOrWhiteSpace(part) ? "" : part);
        }

        if (line.Length > 0 && Parse(line.ToString(), start, defects) is { } last)
            yield return last;
    }

    private static ContentLine? Parse(string line, int number, CalendarDefects defects)
    {
        if (line.Length > Longest)
            return Wrong("", $"is longer than {Longest:N0} characters");
        var end = 0;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] == '-')) end++;
        var name = line[..end].ToUpperInvariant();
        if (line.Any(unit => char.IsControl(unit) && unit != '\t') || line.Contains('\uFFFE', StringComparison.Ordinal))
            return Wrong(name, "has a control character");
        if (end == 0 || end == line.Length || line[end] is not (':' or ';'))
            return Wrong("", $"\"{CalendarDefects.Short(line)}\" is no line of a calendar, such as SUMMARY:Ma tablette");

        var parameters = ImmutableArray.CreateBuilder<(string, string)>();
        var at = end;
        while (line[at] == ';')
        {
            var equals = line.IndexOf('=', at);
            if (equals < 0)
                return Wrong(name, "has a parameter without a value");
            var key = line[(at + 1)..equals].Trim().ToUpperInvariant();
            var value = new StringBuilder();
            var quoted = false;
            for (at = equals + 1; at < line.Length && (quoted || line[at] is not (':' or ';')); at++)
            {
                if (line[at] == '"') quoted = !quoted;
                else value.Append(line[at]);
            }

            if (at == line.Length)
                return Wrong(name, quoted ? "has a quote that is never closed" : "has no value");
            parameters.Add((key, value.ToString()));
        }

        return new(number, name, parameters.ToImmutable(), line[(at + 1)..]);

        ContentLine? Wrong(string property, string problem)
        {
            defects.Add(number, property, problem, dropped: true);
            return property.Length > 0 ? new(number, Broken, [("NAME", property)], "") : null;
        }
    }
}
