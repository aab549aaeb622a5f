using System.Collections.Immutable;
using System.Data;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls.Figures;

/// <summary>A table of counts: its key, all text, and the columns that are counted in.</summary>
internal sealed class FigureTable
{
    private readonly string[] key;

    public FigureTable(string name, string[] key, string[] counts)
    {
        (Name, this.key, Counts) = (name, key, [.. counts]);
        Increase = new HotStatement(
            $"UPDATE {name} SET {string.Join(", ", counts.Select(column => $"{column} = {column} + {Parameter(column)}"))} "
            + $"WHERE {string.Join(" AND ", key.Select(column => $"{column} = {Parameter(column)}"))}",
            [.. counts.Select(column => (Parameter(column), DbType.Int64)), .. key.Select(column => (Parameter(column), DbType.String))]);
    }

    /// <summary>Its name in the database.</summary>
    public string Name { get; }

    /// <summary>The columns that are counted in, in the order of a row's numbers.</summary>
    public ImmutableArray<string> Counts { get; }

    /// <summary>Adds to a row: the counts, then the key.</summary>
    public HotStatement Increase { get; }

    /// <summary>Makes a row unless it is there: the key, then the counts.</summary>
    public HotStatement Insert(SqlDialect dialect) => new(
        dialect.InsertIfAbsent(Name, key, [.. key, .. Counts]),
        [.. key.Select(column => (Parameter(column), DbType.String)), .. Counts.Select(column => (Parameter(column), DbType.Int64))]);

    // As SqlDialect names them.
    private static string Parameter(string column) =>
        "@" + string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
