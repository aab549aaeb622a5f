using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory.Hsds.Files;
using CsvHelper;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>
/// A table of who came: the columns <c>code</c> and <c>attendance</c>, others are not read, so that an export that was filled in comes back as it is.
/// Attendance is <c>present</c> or <c>absent</c>, in French too; an empty one is left as it was.
/// </summary>
internal static class AttendanceFile
{
    // Rosters have some dozens of people.
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a table; every mistake is told with its line.</summary>
    /// <param name="path">A CSV file, parted by commas or semicolons, in UTF-8 or as Excel saves it.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (AttendanceSheet? Sheet, List<string> Mistakes) Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return (null, [$"There is no file {path}."]);
        if (new FileInfo(path).Length > MostBytes) return (null, [$"{name} is larger than 1 MB: it is no roster."]);
        try
        {
            // Excel in Québec still saves what is not UTF-8.
            using var reader = new StreamReader(new Utf8Stream(File.OpenRead(path), _ => { }));
            return Parse(reader.ReadToEnd(), name);
        }
        catch (CsvFormatException error)
        {
            return (null, [FormattableString.Invariant($"{name}, line {error.LineNumber}: it is no table.")]);
        }
    }

    /// <summary>Reads the text of a table.</summary>
    public static (AttendanceSheet? Sheet, List<string> Mistakes) Parse(string text, string name)
    {
        var (present, absent, mistakes) = (new List<string>(), new List<string>(), new List<string>());
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length).Contains(';') ? ';' : ',',
            TrackLineNumbers = true,
            OnMalformedRecord = record => mistakes.Add(FormattableString.Invariant($"{name}, line {record.LineNumber}: a quote is out of place.")),
        });
        reader.ReadHeader();
        string[] header = [.. reader.Headers.Select(column => column.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
        var (codes, marks) = (Array.IndexOf(header, "code"), Array.IndexOf(header, "attendance"));
        if (codes < 0 || marks < 0) return (null, [$"{name} has no column \"{(codes < 0 ? "code" : "attendance")}\"."]);
        while (reader.Read())
        {
            if (reader.FieldCount <= Math.Max(codes, marks)) continue;
            var (code, mark) = (reader.GetString(codes).Trim(), reader.GetString(marks).Trim());
            if (TextFolding.Fold(mark) is "present" or "presente" or "p" or "x" or "oui" or "yes" or "1") present.Add(code);
            else if (TextFolding.Fold(mark) is "absent" or "absente" or "a" or "non" or "no" or "0") absent.Add(code);
            else if (mark.Length > 0) mistakes.Add(FormattableString.Invariant($"{name}, line {reader.LineNumber}: attendance is present or absent, not \"{mark}\"."));
        }

        return mistakes.Count > 0 ? (null, mistakes) : (new AttendanceSheet(present, absent, OthersCame: false), mistakes);
    }
}
