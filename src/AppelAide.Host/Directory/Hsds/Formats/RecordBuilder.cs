namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>A row being made out of another layout.</summary>
internal sealed class RecordBuilder(string table, string id)
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public string this[string field]
    {
        set => fields.Add(new(field, value));
    }

    /// <summary>Keeps a column that the layout does not know, unless one of that name is made from others.</summary>
    public RecordBuilder Keep(IEnumerable<(string Name, string Value)> columns)
    {
        foreach (var (name, value) in columns)
            fields.Add(new(name, value));
        return this;
    }

    public HsdsRecord Make() => new(table, id, [.. fields]);
}
