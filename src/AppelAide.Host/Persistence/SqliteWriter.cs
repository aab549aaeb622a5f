using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AppelAide.Host.Persistence;

/// <summary>
/// Group commit: the first to wait commits for everybody who came meanwhile, because a commit waits for the disk and costs the same for one
/// as for a hundred. The leader serves one batch, then hands over, so that its own request does not wait for others' turns.
/// </summary>
internal sealed class SqliteWriter : IThreadPoolWorkItem, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly WriteScope scope;
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim idle = new(true);
    private List<SqliteWrite> waiting = new(256);
    private List<SqliteWrite> batch = new(256);
    private bool led;
    private bool closed;

    public SqliteWriter(SqliteConnection connection, SqlDialect dialect)
    {
        this.connection = connection;
        scope = new WriteScope(connection, dialect);
    }

    /// <summary>Queues the work; commits at once, on this thread, when nobody is committing.</summary>
    public Task<T> Submit<T>(Func<WriteScope, T> work, CancellationToken ct)
    {
        var write = new SqliteWrite<T>(work, ct);
        bool lead;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(Database));
            waiting.Add(write);
            lead = !led;
            led = true;
            if (lead)
                idle.Reset();
        }

        if (lead)
            Lead();
        return write.Task;
    }

    void IThreadPoolWorkItem.Execute() => Lead();

    public void Dispose()
    {
        lock (gate)
            closed = true;
        idle.Wait();
        scope.Dispose();
        connection.Dispose();
    }

    private void Lead()
    {
        lock (gate)
            (waiting, batch) = (batch, waiting);

        CommitBatch();
        batch.Clear();

        lock (gate)
        {
            led = waiting.Count > 0;
            if (!led)
            {
                idle.Set();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void CommitBatch()
    {
        if (TryCommit(batch) is not { } failure)
            return;
        if (batch.Count == 1)
        {
            batch[0].Fail(failure);
            return;
        }

        // One of them is at fault and took its neighbours down: each alone, only that one fails.
        var alone = new SqliteWrite[1];
        foreach (var write in batch)
        {
            alone[0] = write;
            if (TryCommit(alone) is { } fault)
                write.Fail(fault);
        }
    }

    private Exception? TryCommit(IReadOnlyList<SqliteWrite> writes)
    {
        try
        {
            using DbTransaction transaction = connection.BeginTransaction(deferred: false);
            scope.Begin(transaction);
            for (var i = 0; i < writes.Count; i++)
                writes[i].Run(scope);
            transaction.Commit();
        }
        catch (Exception e)
        {
            // Disposing the transaction undid it; whoever asked hears of it.
            return e;
        }
        finally
        {
            scope.End();
        }

        scope.Committed();
        for (var i = 0; i < writes.Count; i++)
            writes[i].Complete();
        return null;
    }
}
