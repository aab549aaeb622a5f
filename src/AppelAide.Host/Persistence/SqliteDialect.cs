using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AppelAide.Host.Persistence;

/// <summary>SQLite: one writer at a time, so that nothing needs a lock of its own.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override bool IsTransient(Exception error) => false;

    public override string MigrationFolder => "sqlite";

    public override string Page => "LIMIT @Take OFFSET @Skip";

    public override string ForUpdate => "";

    public override string ForUpdateSkippingLocked => "";

    public override string CreateMigrationTable => """
        CREATE TABLE IF NOT EXISTS schema_migration (
          number INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          checksum TEXT NOT NULL,
          applied_at TEXT NOT NULL
        ) STRICT
        """;

    public override HotCommand Prepare(HotStatement statement, DbConnection connection, DbTransaction transaction) =>
        new SqliteHotCommand(statement, (SqliteConnection)connection);

    public override string InsertIfAbsent(string table, string[] key, params string[] columns) =>
        $"INSERT INTO {table} ({List(columns)}) VALUES ({Parameters(columns)}) ON CONFLICT ({List(key)}) DO NOTHING";

    public override string Upsert(string table, string[] key, params string[] columns)
    {
        var changed = columns.Except(key).ToList();
        return $"INSERT INTO {table} ({List(columns)}) VALUES ({Parameters(columns)}) ON CONFLICT ({List(key)}) DO "
            + (changed.Count == 0 ? "NOTHING" : $"UPDATE SET {Equalities(changed, ", ")}");
    }

    /// <summary>A write holds the whole file already (BEGIN IMMEDIATE).</summary>
    public override void LockMigrations(WriteScope scope)
    {
    }

    public override IEnumerable<string> Batches(string script) => [script];
}
