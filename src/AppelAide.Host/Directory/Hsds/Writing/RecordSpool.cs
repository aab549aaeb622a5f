using System.Text;

namespace AppelAide.Host.Directory.Hsds.Writing;

/// <summary>Rows of one table put aside on disk until all their columns are known: a large directory does not fit in memory.</summary>
internal sealed class RecordSpool : IDisposable
{
    private readonly FileStream file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 64 * 1024 });

    private readonly BinaryWriter writer;
    private readonly Dictionary<string, long> columns = new(StringComparer.Ordinal);
    private readonly string table;

    public RecordSpool(string table)
    {
        this.table = table;
        writer = new(file, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>How many rows there are.</summary>
    public long Count { get; private set; }

    /// <summary>The columns that rows have, and how many have each.</summary>
    public IReadOnlyDictionary<string, long> Columns => columns;

    public void Add(HsdsRecord record)
    {
        Count++;
        writer.Write(record.Id);
        writer.Write7BitEncodedInt(record.Fields.Length);
        foreach (var (name, value) in record.Fields)
        {
            columns[name] = columns.GetValueOrDefault(name) + 1;
            writer.Write(name);
            writer.Write(value);
        }
    }

    /// <summary>The rows, in the order they came.</summary>
    public IEnumerable<HsdsRecord> Read()
    {
        writer.Flush();
        file.Position = 0;
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        for (var row = 0L; row < Count; row++)
        {
            var id = reader.ReadString();
            var fields = new KeyValuePair<string, string>[reader.Read7BitEncodedInt()];
            for (var field = 0; field < fields.Length; field++)
                fields[field] = new(reader.ReadString(), reader.ReadString());
            yield return new(table, id, [.. fields]);
        }
    }

    /// <summary>The file goes with it: what the writer still holds is not wanted.</summary>
    public void Dispose() => file.Dispose();
}
