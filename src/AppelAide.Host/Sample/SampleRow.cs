using System.Globalization;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Sample;

/// <summary>A row being read: what is not as it must be becomes a defect, and reading goes on, so that all defects are told at once.</summary>
internal sealed class SampleRow(string file, int line, IReadOnlyDictionary<string, string> fields, List<DirectoryDefect> defects)
{
    private const int LongestName = 300;

    /// <summary>A text that may be empty.</summary>
    public string Text(string field) => fields.GetValueOrDefault(field, "").Trim();

    /// <summary>A text that may not.</summary>
    public string Required(string field)
    {
        var text = Text(field);
        if (text.Length is 0 or > LongestName)
            Wrong(field, text.Length == 0 ? "is empty" : $"is longer than {LongestName} characters");
        return text;
    }

    /// <summary>An identifier, new in its file.</summary>
    public string NewId(HashSet<string> known)
    {
        var id = Required("id");
        if (id.Length > 80)
            Wrong("id", "is longer than 80 characters");
        else if (!known.Add(id))
            Wrong("id", $"\"{id}\" is there twice");
        return id;
    }

    /// <summary>The identifier of a row of another file.</summary>
    public string Reference(string field, HashSet<string> known, string where)
    {
        var id = Required(field);
        if (id.Length > 0 && !known.Contains(id))
            Wrong(field, $"\"{id}\" is not in {where}");
        return id;
    }

    /// <summary>A whole number; null when empty.</summary>
    public int? WholeOrNone(string field, int least, int most)
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(field, $"\"{text}\" is not a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int Whole(string field, int least, int most)
    {
        if (Text(field).Length == 0)
            Wrong(field, "is empty");
        return WholeOrNone(field, least, most) ?? least;
    }

    /// <summary>A number with decimals; null when empty.</summary>
    public double? NumberOrNone(string field, double least, double most)
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Wrong(field, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is not a number from {least} to {most}"));
        return null;
    }

    /// <summary>A number with decimals.</summary>
    public double Number(string field, double least, double most)
    {
        if (Text(field).Length == 0)
            Wrong(field, "is empty");
        return NumberOrNone(field, least, most) ?? least;
    }

    /// <summary>One of some words.</summary>
    public string OneOf(string field, params ReadOnlySpan<string> words)
    {
        var text = Text(field);
        if (!words.Contains(text))
            Wrong(field, $"\"{text}\" is not one of {string.Join(", ", words!)}");
        return text;
    }

    /// <summary>A list separated by semicolons.</summary>
    public string[] List(string field) => Text(field).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Notes a defect of this row.</summary>
    public void Wrong(string field, string problem) => defects.Add(new(file, line, field, problem));
}
