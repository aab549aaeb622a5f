using System.Data.Common;
using Dapper;

namespace AppelAide.Host.Persistence;

/// <summary>
/// Applies what is missing of the schema, forward only. Each migration is one transaction with its own record in it, under a lock: a
/// half-applied one cannot be left behind, and two programs that start at once apply each once.
/// </summary>
internal sealed class Migrator(Database database, TimeProvider time, string folder)
{
    private const string Applied = "SELECT number, name, checksum, applied_at FROM schema_migration ORDER BY number";

    private const string Record =
        "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @At)";

    // A migration of a large database takes its time.
    private const int TimeoutSeconds = 3600;

    private readonly string folder = Path.Combine(folder, database.Dialect.MigrationFolder);

    /// <summary>A migrator of the files beside the program.</summary>
    public Migrator(Database database, TimeProvider time)
        : this(database, time, Path.Combine(AppContext.BaseDirectory, "db"))
    {
    }

    /// <summary>Applies what is missing.</summary>
    /// <returns>What was applied by this call, in order.</returns>
    /// <exception cref="MigrationException">A file changed after it was applied, the database is newer than the program, or a migration failed.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken ct)
    {
        List<Migration> applied = [];
        foreach (var migration in Migration.ReadAll(folder))
        {
            if (await ApplyAsync(migration, ct).ConfigureAwait(false))
                applied.Add(migration);
        }

        // Once more with all the files in hand: a database from a newer program is refused, not guessed at.
        await StatusAsync(ct).ConfigureAwait(false);
        return applied;
    }

    /// <summary>Each migration of the program and whether it is applied.</summary>
    /// <exception cref="MigrationException">A file changed after it was applied, or the database is newer than the program.</exception>
    public async Task<IReadOnlyList<MigrationState>> StatusAsync(CancellationToken ct)
    {
        var migrations = Migration.ReadAll(folder);
        var rows = await database.WriteAsync(
            scope =>
            {
                scope.Execute(database.Dialect.CreateMigrationTable);
                return scope.Query<Row>(Applied);
            },
            ct).ConfigureAwait(false);
        if (rows.Find(row => migrations.All(migration => migration.Number != row.Number)) is { } unknown)
            throw new MigrationException($"The database has migration {unknown.Number:0000}_{unknown.Name}, which this program does not know: it is newer than the program.");
        return
        [
            .. migrations.Select(migration =>
            {
                var row = rows.Find(row => row.Number == migration.Number);
                Verify(migration, row);
                return new MigrationState(migration, row?.AppliedAt);
            }),
        ];
    }

    private static void Verify(Migration migration, Row? applied)
    {
        if (applied is not null && applied.Checksum != migration.Checksum)
            throw new MigrationException($"Migration {migration} was changed after it was applied on {applied.AppliedAt:yyyy-MM-dd}: put it back, and write the change as a new migration.");
    }

    private async Task<bool> ApplyAsync(Migration migration, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(scope => Apply(scope, migration), ct).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new MigrationException($"Migration {migration} failed and nothing of it was kept: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private bool Apply(WriteScope scope, Migration migration)
    {
        scope.Dialect.LockMigrations(scope);
        scope.Execute(scope.Dialect.CreateMigrationTable);
        var row = scope.Query<Row>(Applied).Find(row => row.Number == migration.Number);
        Verify(migration, row);
        if (row is not null)
            return false;
        foreach (var batch in scope.Dialect.Batches(migration.Script))
            scope.Connection.Execute(batch, transaction: scope.Transaction, commandTimeout: TimeoutSeconds);
        scope.Execute(Record, new { migration.Number, migration.Name, migration.Checksum, At = time.GetUtcNow() });
        return true;
    }

    private sealed record Row
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";

        public DateTimeOffset AppliedAt { get; init; }
    }
}
