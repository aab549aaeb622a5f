using System.Collections.Immutable;
using System.Data;

namespace AppelAide.Host.Persistence;

/// <summary>
/// A statement run at every turn: SQLite keeps it prepared on the connection that writes, so that a turn costs no parsing. Values are given by
/// position, in the order declared, which is also the order in which the parameters first appear in the text.
/// </summary>
/// <param name="sql">The text.</param>
/// <param name="parameters">Name and type of each parameter.</param>
internal sealed class HotStatement(string sql, params (string Name, DbType Type)[] parameters)
{
    /// <summary>The text.</summary>
    public string Sql { get; } = sql;

    /// <summary>Name and type of each parameter.</summary>
    public ImmutableArray<(string Name, DbType Type)> Parameters { get; } = [.. parameters];
}
