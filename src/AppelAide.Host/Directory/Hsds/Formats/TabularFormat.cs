using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>HSDS 3.0 as CSV files, one a table, with or without the datapackage.json that says which is which.</summary>
internal sealed class TabularFormat : RecordFormat
{
    public const string Package = "datapackage.json";

    private const int LargestPackage = 16 << 20;

    private readonly ImmutableArray<(HsdsTable Table, DirectoryFile File)> tables;
    private readonly RecordCheck check;

    public TabularFormat(DirectoryFiles files, KnownRecords known, DefectList defects)
        : base(files, known, defects)
    {
        check = new(known, defects, isStandard: true);
        var paths = ReadPackage();
        tables = [.. HsdsTables.All.Select(table => (table, FileOf(table, paths))).OfType<(HsdsTable, DirectoryFile)>().Where(table => table.Item2 is not null)];
        var taken = tables.Select(table => table.File.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.All.Where(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !taken.Contains(file.Name)))
            Tell(file.Name, "is no table of the standard", true);
    }

    public override string Name => "HSDS 3.0, CSV";

    public override long BytesTotal => tables.Sum(table => table.File.Length);

    public override IEnumerable<HsdsRecord> Read() => tables.SelectMany(table => Read(table.Table, table.File));

    private IEnumerable<HsdsRecord> Read(HsdsTable table, DirectoryFile file)
    {
        using var rows = CsvRows.Open(file, Defects);
        var (id, columns) = Columns(table, rows);
        if (id < 0)
        {
            Tell(file.Name, "has no column id; nothing of it was read", true);
            yield break;
        }

        foreach (var missing in table.Fields.Where(field => field.IsRequired && columns.All(column => column.Name != field.Name)))
            Defects.Add(DefectKind.Layout, new(file.Name, 1, missing.Name, "is not in the header", false));
        while (rows.Read())
        {
            if (check.Pass(Record(table, rows, id, columns), file.Name, rows.Row) is { } record)
                yield return record;
        }
    }

    private static HsdsRecord Record(HsdsTable table, CsvRows rows, int id, List<(string Name, int Column, bool IsText)> columns)
    {
        var fields = new KeyValuePair<string, string>[columns.Count];
        var count = 0;
        foreach (var (name, column, isText) in columns)
        {
            var value = rows[column];
            if (!isText || string.IsNullOrWhiteSpace(value))
                value = value.Trim();
            if (value.Length > 0)
                fields[count++] = new(name, value);
        }

        Array.Resize(ref fields, count);
        return new(table.Name, rows[id].Trim(), ImmutableCollectionsMarshal.AsImmutableArray(fields));
    }

    /// <summary>Where the id is, and the other columns in the order in which a record keeps them.</summary>
    private (int Id, List<(string Name, int Column, bool IsText)> Columns) Columns(HsdsTable table, CsvRows rows)
    {
        var (id, columns) = (-1, new List<(string Name, int Column, bool IsText)>());
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, written) in rows.Header.Index())
        {
            if (written.Length == 0)
                continue;
            if (!names.Add(written))
                Defects.Add(DefectKind.Layout, new(rows.Name, 1, written, "is in the header twice; the first is read", true));
            else if (written.Equals("id", StringComparison.OrdinalIgnoreCase))
                id = column;
            else if (table.Fields.FirstOrDefault(field => field.Name.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } field)
                columns.Add((field.Name, column, field.Kind == HsdsFieldKind.Text));
            else
                columns.Add((written, column, true));
        }

        return (id, [.. columns.OrderBy(column => table.PlaceOf(column.Name)).ThenBy(column => column.Name, StringComparer.Ordinal)]);
    }

    private DirectoryFile? FileOf(HsdsTable table, Dictionary<string, string> paths)
    {
        if (paths.TryGetValue(table.Name, out var path))
        {
            if (Files.Find(Path.GetFileName(path)) is { } named)
                return named;
            // A package often lists all tables of the standard, and the publisher fills some.
        }

        return Files.Find(table.File) ?? Files.Find(table.Name + ".csv");
    }

    /// <summary>The file of each table that a data package names. https://specs.frictionlessdata.io/data-package/</summary>
    private Dictionary<string, string> ReadPackage()
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Files.Find(Package) is not { } file)
            return paths;
        try
        {
            if (file.Length > LargestPackage)
                throw new JsonException();
            using var stream = new Utf8Stream(file.Open(), _ => { });
            using var package = JsonDocument.Parse(stream);
            foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
            {
                var name = resource.GetProperty("name").GetString() ?? "";
                if (HsdsTables.Find(name) is null)
                    Tell(Package, $"the resource \"{ValueCheck.Short(name)}\" is no table of the standard", true);
                else if (resource.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String)
                    paths[name] = path.GetString()!;
            }
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Tell(Package, "cannot be understood; the files are known by their names", false);
        }

        return paths;
    }
}
