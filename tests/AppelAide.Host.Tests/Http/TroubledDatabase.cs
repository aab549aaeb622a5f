using System.Data.Common;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Http;

/// <summary>A real database whose disk gives trouble when the test says so.</summary>
internal sealed class TroubledDatabase : Database
{
    private Database? real;

    /// <summary>Every write runs and is then undone.</summary>
    public bool WritesFail { get; set; }

    /// <summary>Every read fails.</summary>
    public bool ReadsFail { get; set; }

    public override SqlDialect Dialect => Real.Dialect;

    public override Task<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken ct) =>
        ReadsFail ? Task.FromException<T>(new IOException("disk I/O error")) : Real.ReadAsync(read, ct);

    public override Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken ct) =>
        Real.WriteAsync(
            scope =>
            {
                var result = work(scope);
                return WritesFail ? throw new IOException("disk I/O error") : result;
            },
            ct);

    private Database Real => real ?? throw new InvalidOperationException("Nothing is wrapped.");

    /// <summary>Stands before a database.</summary>
    public TroubledDatabase Wrap(Database database)
    {
        real = database;
        return this;
    }

    public override DbConnection CreateConnection() => Real.CreateConnection();

    public override ValueTask DisposeAsync() => Real.DisposeAsync();
}
