using System.Threading.Channels;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Http;

namespace AppelAide.Host.Tests.Scheduling;

/// <summary>Work that tells when it runs, and does what the test says.</summary>
internal sealed class SomeWork(string name, WorkSchedule schedule, Func<CancellationToken, Task>? run = null) : IRecurringWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<bool> runs = Channel.CreateUnbounded<bool>();
    private int begun;

    public string Name => name;

    public WorkSchedule Schedule => schedule;

    /// <summary>How many runs began.</summary>
    public int Begun => Volatile.Read(ref begun);

    public Task RunAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref begun);
        runs.Writer.TryWrite(true);
        return run?.Invoke(ct) ?? Task.CompletedTask;
    }

    /// <summary>The next run begins.</summary>
    public async Task RunsAsync() => await runs.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>
    /// The next run begins, when the clock is turned on. It then crawls: the scheduler waits by the clock and takes a moment of its own, and would find
    /// everything late if the clock ran on.
    /// </summary>
    public async Task RunsAsync(HandClock clock, TimeSpan after)
    {
        using var patience = new CancellationTokenSource(Patience);
        clock.Advance(after);
        while (!runs.Reader.TryRead(out _))
        {
            await Task.Delay(20, patience.Token);
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }
    }
}
