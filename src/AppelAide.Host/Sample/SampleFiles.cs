using AppelAide.Host.Directory.Hsds;
using CsvHelper;

namespace AppelAide.Host.Sample;

/// <summary>Reads the sample's CSV files: UTF-8, a header row, commas, RFC 4180.</summary>
internal sealed class SampleFiles(string folder)
{
    /// <summary>What was found wrong so far.</summary>
    public List<DirectoryDefect> Defects { get; } = [];

    /// <summary>The rows of a file, which must have these columns.</summary>
    public List<SampleRow> Read(string file, string columns)
    {
        var rows = new List<SampleRow>();
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            Defects.Add(new(file, 0, "", "is missing"));
            return rows;
        }

        using var reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            OnMalformedRecord = record => Defects.Add(new(file, (int)record.LineNumber, "", Told(record.Reason))),
        });
        reader.ReadHeader();
        string[] header = [.. reader.Headers];
        var wanted = columns.Split(',');
        foreach (var missing in wanted.Except(header))
            Defects.Add(new(file, 1, missing, "is not in the header"));
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var fields = wanted.ToDictionary(column => column, column => reader.TryGetFieldIndex(column, out var index) && index < reader.FieldCount ? reader.GetString(index) : "");
            var row = new SampleRow(file, line, fields, Defects);
            if (reader.FieldCount != header.Length)
                row.Wrong(wanted[0], $"there are {reader.FieldCount} fields where the header has {header.Length}");
            rows.Add(row);
        }

        return rows;
    }

    private static string Told(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.UnterminatedQuote ? "a quote is never closed" : "a quote is out of place";
}
