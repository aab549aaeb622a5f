using CsvHelper;

namespace AppelAide.Host.Directory.Hsds.Writing;

/// <summary>Writes HSDS 3.0 as CSV files, one a table, and the datapackage.json that describes them. Tables without rows are written too, with a header.</summary>
/// <param name="open">Makes a file of this name.</param>
internal sealed class TabularWriter(Func<string, Stream> open)
{
    private readonly DataPackage package = new();

    /// <param name="records">The rows, ordered by table.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidOperationException">They are not ordered by table.</exception>
    public void Write(IEnumerable<HsdsRecord> records, CancellationToken cancellation)
    {
        var place = 0;
        var spool = new RecordSpool(HsdsTables.All[0].Name);
        try
        {
            foreach (var record in records)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var wanted = HsdsTables.PlaceOf(record.Table); place != wanted; Next())
                {
                    if (place > wanted)
                        throw new InvalidOperationException($"A row of {record.Table} comes after rows of {HsdsTables.All[place]}.");
                }

                spool.Add(ExportedIds.Of(record));
            }

            while (place < HsdsTables.All.Length)
                Next();
        }
        finally
        {
            spool.Dispose();
        }

        using var text = new StreamWriter(open(Formats.TabularFormat.Package));
        text.WriteLine(package);

        void Next()
        {
            WriteTable(HsdsTables.All[place], spool);
            spool.Dispose();
            place++;
            if (place < HsdsTables.All.Length)
                spool = new(HsdsTables.All[place].Name);
        }
    }

    private void WriteTable(HsdsTable table, RecordSpool spool)
    {
        string[] others = [.. spool.Columns.Keys.Where(column => table.Find(column) is null).Order(StringComparer.Ordinal)];
        string[] columns = [.. table.Fields.Select(field => field.Name), .. others];
        package.Add(table, others, column => spool.Columns.GetValueOrDefault(column) == spool.Count);
        // The standard's own example ends its lines as RFC 4180 says.
        using var writer = CsvWriter.Create(open(table.File), new CsvWriterOptions { Quoting = CsvQuoting.WhenNeededOrWhitespace });
        writer.WriteField("id");
        foreach (var column in columns)
            writer.WriteField(column);
        writer.EndRecord();
        foreach (var record in spool.Read())
        {
            writer.WriteField(record.Id);
            foreach (var column in columns)
                writer.WriteField(record[column]);
            writer.EndRecord();
        }
    }
}
