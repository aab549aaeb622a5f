namespace AppelAide.Host.Persistence;

/// <summary>A piece of work waiting for its commit.</summary>
internal abstract class SqliteWrite
{
    /// <summary>Runs the work; a second run replaces the first one's result.</summary>
    public abstract void Run(WriteScope scope);

    /// <summary>Its transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Its transaction is undone.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>A piece of work with a result.</summary>
internal sealed class SqliteWrite<T>(Func<WriteScope, T> work, CancellationToken ct) : SqliteWrite
{
    // The leader must not run the requests of those who waited: it has one of its own.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private bool cancelled;

    public Task<T> Task => done.Task;

    public override void Run(WriteScope scope)
    {
        cancelled = ct.IsCancellationRequested;
        if (!cancelled)
            result = work(scope);
    }

    public override void Complete()
    {
        if (cancelled)
            done.SetCanceled(ct);
        else
            done.SetResult(result!);
    }

    public override void Fail(Exception exception) => done.SetException(exception);
}
