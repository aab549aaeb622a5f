using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>What was found wrong in one file.</summary>
/// <param name="file">Its name, as defects tell it.</param>
/// <param name="list">Where they are noted.</param>
/// <param name="inLines">Whether it is of lines, as a calendar is, or of rows, as a table is.</param>
internal sealed class CalendarDefects(string file, DefectList list, bool inLines = true)
{
    private const int Shown = 40;

    /// <summary>All that was noted.</summary>
    public DefectList List { get; } = list;

    /// <summary>Notes a defect.</summary>
    /// <param name="line">The line or row; 0 for the file itself.</param>
    /// <param name="property">The property or column; empty for the line itself.</param>
    /// <param name="problem">What is wrong, in words.</param>
    /// <param name="dropped">Whether something was left out for it.</param>
    public void Add(long line, string property, string problem, bool dropped) =>
        List.Add(DefectKind.Value, new(file, line, inLines ? property : Column(property), problem, dropped) { IsLine = inLines });

    /// <summary>Those noted so far, to be added to apart from these.</summary>
    public CalendarDefects Again()
    {
        var copy = new DefectList();
        foreach (var defect in List.Kept)
            copy.Add(DefectKind.Value, defect);
        return new(file, copy, inLines);
    }

    // Who wrote a table knows no property of RFC 5545.
    private static string Column(string property) => property switch
    {
        "DTSTART" => "start",
        "DTEND" => "end",
        "RRULE" => "repeat",
        "LOCATION" => "location",
        _ => property,
    };

    /// <summary>Enough of a text to know it again.</summary>
    public static string Short(string text) => text.Length > Shown ? text[..Shown] + "…" : text;
}
