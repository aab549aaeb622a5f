using System.Data.Common;

namespace AppelAide.Host.Persistence;

/// <summary>The real differences between the two databases; everything else is one text for both.</summary>
internal abstract class SqlDialect
{
    /// <summary>The folder of <c>db/</c> that holds this database's migrations.</summary>
    public abstract string MigrationFolder { get; }

    /// <summary>Put after an ORDER BY: the rows from <c>@Skip</c> on, at most <c>@Take</c>.</summary>
    public abstract string Page { get; }

    /// <summary>Whether the database asks for the same work once more: it chose it as a deadlock's victim.</summary>
    public abstract bool IsTransient(Exception error);

    /// <summary>Put after a table's name in a write: its rows are read to be changed, and nobody else may meanwhile.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>As <see cref="ForUpdate"/>, and rows that another host holds are passed over: how a queue is shared.</summary>
    public abstract string ForUpdateSkippingLocked { get; }

    /// <summary>Makes a statement ready to be run on the connection that writes.</summary>
    public abstract HotCommand Prepare(HotStatement statement, DbConnection connection, DbTransaction transaction);

    /// <summary>Inserts a row unless one with its key exists; the statement touches 1 row or 0. A column place_id takes the parameter @PlaceId.</summary>
    public abstract string InsertIfAbsent(string table, string[] key, params string[] columns);

    /// <summary>Inserts a row, or changes the one with its key. A column place_id takes the parameter @PlaceId.</summary>
    public abstract string Upsert(string table, string[] key, params string[] columns);

    /// <summary>Makes the table that remembers the applied migrations, unless it exists.</summary>
    public abstract string CreateMigrationTable { get; }

    /// <summary>Keeps any other migrator out until the transaction ends.</summary>
    public abstract void LockMigrations(WriteScope scope);

    /// <summary>The statements of a migration that are sent apart.</summary>
    public abstract IEnumerable<string> Batches(string script);

    private protected static string List(IEnumerable<string> columns) => string.Join(", ", columns);

    private protected static string Parameters(IEnumerable<string> columns) => string.Join(", ", columns.Select(Parameter));

    private protected static string Equalities(IEnumerable<string> columns, string separator) =>
        string.Join(separator, columns.Select(column => $"{column} = {Parameter(column)}"));

    // Parameters are told apart by case in SQLite, and are the properties of what the stores pass.
    private static string Parameter(string column) =>
        "@" + string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
