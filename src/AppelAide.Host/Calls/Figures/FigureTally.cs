namespace AppelAide.Host.Calls.Figures;

/// <summary>Counts of some conversations, in memory, before they are added to the tables.</summary>
internal sealed class FigureTally
{
    private const char Between = '\n';
    private readonly Dictionary<FigureTable, Dictionary<string, long[]>> tables = FigureTables.Tallied.ToDictionary(table => table, _ => new Dictionary<string, long[]>(StringComparer.Ordinal));

    /// <summary>Who called or texted, and when: each once.</summary>
    public HashSet<(string Span, long Caller, string Part, string Value)> People { get; } = [];

    /// <summary>Adds to a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The row's key, in the table's order.</param>
    /// <param name="counts">What to add, by column.</param>
    public void Add(FigureTable table, string[] key, params ReadOnlySpan<(string Column, long Count)> counts)
    {
        var rows = tables[table];
        var name = string.Join(Between, key);
        if (!rows.TryGetValue(name, out var row)) rows.Add(name, row = new long[table.Counts.Length]);
        foreach (var (column, count) in counts) row[table.Counts.IndexOf(column)] += count;
    }

    /// <summary>The rows of a table, in the order of their keys: hosts that write the same rows take them in the same order.</summary>
    public IEnumerable<(string[] Key, long[] Counts)> Rows(FigureTable table) =>
        tables[table].OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key.Split(Between), row.Value));
}
