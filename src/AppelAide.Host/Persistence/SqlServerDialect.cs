using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Persistence;

/// <summary>SQL Server, and what speaks its language.</summary>
internal sealed partial class SqlServerDialect : SqlDialect
{
    private const int DeadlockVictim = 1205;

    private const string Lock = """
        DECLARE @result int;
        EXEC @result = sp_getapplock @Resource = N'AppelAide.Migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
        SELECT @result;
        """;

    public override bool IsTransient(Exception error) => error is SqlException { Number: DeadlockVictim };

    public override string MigrationFolder => "sqlserver";

    public override string Page => "OFFSET @Skip ROWS FETCH NEXT @Take ROWS ONLY";

    public override string ForUpdate => "WITH (UPDLOCK, ROWLOCK)";

    public override string ForUpdateSkippingLocked => "WITH (UPDLOCK, READPAST, ROWLOCK)";

    public override string CreateMigrationTable => """
        IF OBJECT_ID(N'schema_migration', N'U') IS NULL
          CREATE TABLE schema_migration (
            number int NOT NULL PRIMARY KEY,
            name nvarchar(200) NOT NULL,
            checksum nvarchar(64) NOT NULL,
            applied_at datetime2(3) NOT NULL
          );
        """;

    public override HotCommand Prepare(HotStatement statement, DbConnection connection, DbTransaction transaction) =>
        new SqlServerHotCommand(statement, (SqlConnection)connection, transaction);

    // UPDLOCK and HOLDLOCK keep the gap: two hosts that insert the same key at once cannot both find it absent.
    public override string InsertIfAbsent(string table, string[] key, params string[] columns) =>
        $"INSERT INTO {table} ({List(columns)}) SELECT {Parameters(columns)} "
        + $"WHERE NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE {Equalities(key, " AND ")})";

    public override string Upsert(string table, string[] key, params string[] columns)
    {
        var changed = columns.Except(key).ToList();
        if (changed.Count == 0)
            return InsertIfAbsent(table, key, columns);
        return $"UPDATE {table} WITH (UPDLOCK, HOLDLOCK) SET {Equalities(changed, ", ")} WHERE {Equalities(key, " AND ")}; "
            + $"IF @@ROWCOUNT = 0 INSERT INTO {table} ({List(columns)}) VALUES ({Parameters(columns)});";
    }

    public override void LockMigrations(WriteScope scope)
    {
        if (scope.QueryFirst<int>(Lock) < 0)
            throw new TimeoutException("Another program has been migrating the database for a minute.");
    }

    public override IEnumerable<string> Batches(string script) =>
        Go().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    [GeneratedRegex(@"^[ \t]*GO[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Go();
}
