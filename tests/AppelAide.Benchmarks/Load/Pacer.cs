using System.Diagnostics;

namespace AppelAide.Benchmarks.Load;

/// <summary>Wakes each connection at its time: a thread that sleeps a little at a time, because timers of the pool are too coarse.</summary>
internal sealed class Pacer : IDisposable
{
    private readonly PriorityQueue<TaskCompletionSource, long> waiting = new();
    private readonly Thread thread;
    private readonly ManualResetEvent stopped = new(false);

    public Pacer()
    {
        thread = new Thread(Run) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>Until a moment, in Stopwatch ticks.</summary>
    public Task WaitAsync(long due)
    {
        var turn = new TaskCompletionSource();
        lock (waiting)
            waiting.Enqueue(turn, due);
        return turn.Task;
    }

    public void Dispose()
    {
        stopped.Set();
        thread.Join();
        stopped.Dispose();
        lock (waiting)
        {
            while (waiting.TryDequeue(out var turn, out _))
                turn.SetResult();
        }
    }

    private void Run()
    {
        do
        {
            while (Due() is { } turn)
                turn.SetResult();
        }
        while (!stopped.WaitOne(1));
    }

    private TaskCompletionSource? Due()
    {
        lock (waiting)
            return waiting.TryPeek(out _, out var due) && due <= Stopwatch.GetTimestamp() ? waiting.Dequeue() : null;
    }
}
