using System.Data.Common;

namespace AppelAide.Host.Persistence;

/// <summary>
/// The line's memory. Reads run on a connection of their own; writes return only once they are durable. The work given is synchronous:
/// both drivers are fastest so, and no thread is held while a write waits for its turn.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    static Database() => DapperTypes.Register();

    /// <summary>What differs between the databases.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Reads, outside any write. The connection must not be kept.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the read began.</exception>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken ct);

    /// <summary>
    /// Runs the work in a transaction and returns once it is durable. The work may be run more than once (a neighbour failed, a deadlock),
    /// so it must touch nothing but the scope and give the same result each time. An exception undoes all of it and is thrown here.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the work began; afterwards it is carried through.</exception>
    public abstract Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken ct);

    /// <summary>As <see cref="WriteAsync{T}"/>, for work without a result.</summary>
    public Task WriteAsync(Action<WriteScope> work, CancellationToken ct) =>
        WriteAsync(
            scope =>
            {
                work(scope);
                return true;
            },
            ct);

    /// <summary>
    /// A connection of one's own, not open yet, that waits and keeps as the line's do: for a library that writes its own tables. Whoever asked disposes of it.
    /// </summary>
    public abstract DbConnection CreateConnection();

    public abstract ValueTask DisposeAsync();
}
