using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AppelAide.Host.Persistence;

/// <summary>SQLite: one connection writes, with group commit; any number read beside it (write-ahead log).</summary>
internal sealed class SqliteDatabase : Database
{
    // FULL and not NORMAL: NORMAL loses the last turns on a power cut. Another program's write is waited for 10 s, of the 15 s that Twilio
    // gives a webhook. The cache is in KiB when negative.
    private const string Settings = """
        PRAGMA busy_timeout = 10000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private readonly string connectionString;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly Lazy<SqliteWriter> writer;
    private bool disposed;

    public SqliteDatabase(string connectionString)
    {
        // Connections are kept open here, with their settings; the driver's own pool would set them again at each use.
        // The timeout is how long the driver goes on asking after SQLite itself has waited: it must not wait a second time.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 5 };
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;
        this.connectionString = builder.ToString();
        writer = new Lazy<SqliteWriter>(() => new SqliteWriter(Open(), Dialect));
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override Task<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<T>(ct);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(Database));
            if (!readers.TryTake(out var connection))
                connection = OpenReader();
            try
            {
                return Task.FromResult(read(connection));
            }
            finally
            {
                readers.Add(connection);
                if (disposed)
                    CloseReaders();
            }
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    public override Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<T>(ct);
        try
        {
            return writer.Value.Submit(work, ct);
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    public override DbConnection CreateConnection()
    {
        var connection = new SqliteConnection(connectionString);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
                connection.Execute(Settings);
        };
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        disposed = true;
        CloseReaders();
        if (writer.IsValueCreated)
            writer.Value.Dispose();
        return ValueTask.CompletedTask;
    }

    private SqliteConnection OpenReader()
    {
        // The first reader must find the write-ahead log in place, which only a writer can put there.
        _ = writer.Value;
        var connection = Open();
        connection.Execute("PRAGMA query_only = ON");
        return connection;
    }

    private SqliteConnection Open()
    {
        if (Path.GetDirectoryName(File) is { Length: > 0 } folder)
            System.IO.Directory.CreateDirectory(folder);
        // Its owner alone reads it; the files that SQLite puts beside it are as it is.
        if (!OperatingSystem.IsWindows() && !System.IO.File.Exists(File))
            new FileStream(File, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        var connection = (SqliteConnection)CreateConnection();
        connection.Open();
        return connection;
    }

    private void CloseReaders()
    {
        while (readers.TryTake(out var connection))
            connection.Dispose();
    }
}
