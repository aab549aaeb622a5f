using System.Collections.Frozen;
using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>The rows of a community group's list, its columns known by the names people give them.</summary>
internal sealed class PlainRows : IDisposable
{
    private readonly CsvRows rows;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Column)> others = [];

    /// <param name="file">The file.</param>
    /// <param name="names">What the columns may be called.</param>
    /// <param name="read">The columns that are read; others are kept.</param>
    /// <param name="defects">Where what is wrong is told.</param>
    public PlainRows(DirectoryFile file, FrozenDictionary<string, string> names, string read, DefectList defects)
    {
        rows = CsvRows.Open(file, defects);
        var known = read.Split(' ');
        // A column that has the very name comes before one that means it.
        foreach (var (column, header) in rows.Header.Index().OrderBy(header => known.Contains(header.Item) ? 0 : 1))
        {
            var folded = Slug.Of(header);
            var name = known.FirstOrDefault(own => own.Equals(header, StringComparison.OrdinalIgnoreCase) || Slug.Of(own) == folded)
                ?? names.GetValueOrDefault(folded, "");
            if (header.Length > 0 && (!known.Contains(name) || !columns.TryAdd(name, column)))
                others.Add((header, column));
        }
    }

    public string File => rows.Name;

    public long Row => rows.Row;

    /// <summary>A field without the blanks around it; empty when there is no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) ? rows[at].Trim() : "";

    /// <summary>A list, separated by semicolons.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The columns that nobody asked for, as they are called and written.</summary>
    public IEnumerable<(string Name, string Value)> Others() => others.Select(other => (other.Name == "id" ? "id_" : other.Name, rows[other.Column].Trim()));

    public bool Read() => rows.Read();

    public void Dispose() => rows.Dispose();
}
