using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Persistence;

/// <summary>SQL Server: the driver's pool, a transaction a piece of work, run again when it was chosen as a deadlock's victim.</summary>
internal sealed class SqlServerDatabase(string connectionString) : Database
{
    private const int Attempts = 5;

    public override SqlDialect Dialect { get; } = new SqlServerDialect();

    public override async Task<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken ct)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct).ConfigureAwait(false);
        return read(connection);
    }

    public override async Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, ct).ConfigureAwait(false);
            }
            catch (SqlException e) when (Dialect.IsTransient(e) && attempt < Attempts)
            {
                // At random, so that two victims do not meet again.
                await Task.Delay(Random.Shared.Next(5, 25 * attempt), ct).ConfigureAwait(false);
            }
        }
    }

    public override DbConnection CreateConnection() => new SqlConnection(connectionString);

    private async Task<T> WriteOnceAsync<T>(Func<WriteScope, T> work, CancellationToken ct)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct).ConfigureAwait(false);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(ct).ConfigureAwait(false);
        using var scope = new WriteScope(connection, Dialect);
        scope.Begin(transaction);
        var result = work(scope);
        scope.End();
        // Not cancelled any more: a commit that is given up may have happened.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        scope.Committed();
        return result;
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
