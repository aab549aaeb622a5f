using System.Globalization;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>Something wrong in a publisher's file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">Its line, the header being 1, or the number of the object in a JSON list; 0 for the file itself.</param>
/// <param name="Field">The column; empty for the row or the file itself.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Dropped">Whether something was left out for it: the row, or the field.</param>
internal sealed record DirectoryDefect(string File, long Row, string Field, string Problem, bool Dropped = false)
{
    /// <summary>Whether <see cref="Row"/> counts the lines of a text and not the rows of a table.</summary>
    public bool IsLine { get; init; }

    /// <summary>What sort of thing is wrong, as <see cref="DefectList.Add"/> was told.</summary>
    public DefectKind Kind { get; init; }

    public override string ToString()
    {
        var where = Row == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}, {(IsLine ? "line" : "row")} {Row}");
        // A publisher's file speaks through it: no escape code of theirs reaches a terminal.
        return Printable(Field.Length == 0 ? $"{where}: {Problem}" : $"{where}, {Field}: {Problem}");
    }

    /// <summary>A text without what a terminal would obey.</summary>
    public static string Printable(string text) => string.Concat(text.Select(unit => char.IsControl(unit) ? '\uFFFD' : unit));
}
