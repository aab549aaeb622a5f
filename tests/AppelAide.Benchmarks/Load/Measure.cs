using System.Diagnostics;

namespace AppelAide.Benchmarks.Load;

/// <summary>What one measure counts: requests, and how long each took.</summary>
internal sealed class Measure(double seconds)
{
    private const int Microseconds = 10;
    private readonly int[] counts = new int[200_000];
    private readonly long end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
    private long requests;
    private volatile bool stopped;

    /// <summary>When it began, in Stopwatch ticks.</summary>
    public long Start { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether no more requests are sent.</summary>
    public bool IsOver => stopped || Stopwatch.GetTimestamp() >= end;

    /// <summary>Waits for the time of a request; null when requests are sent as fast as answers come.</summary>
    public Pacer? Pacer { get; init; }

    /// <summary>Ends it early: something failed.</summary>
    public void Stop() => stopped = true;

    /// <summary>A request was answered.</summary>
    public void Count(long ticks)
    {
        Interlocked.Increment(ref requests);
        var slot = Math.Clamp(ticks * (1_000_000 / Microseconds) / Stopwatch.Frequency, 0, counts.Length - 1);
        Interlocked.Increment(ref counts[slot]);
    }

    /// <summary>The figures.</summary>
    public LoadResult Result() => new(
        requests, Stopwatch.GetElapsedTime(Start).TotalSeconds, Percentile(0.5), Percentile(0.99), Percentile(0.999));

    /// <summary>In milliseconds.</summary>
    private double Percentile(double part)
    {
        var rank = (long)Math.Ceiling(part * requests);
        long passed = 0;
        for (var slot = 0; slot < counts.Length; slot++)
        {
            passed += counts[slot];
            if (passed >= rank)
                return (slot + 1) * Microseconds / 1000.0;
        }

        return double.NaN;
    }
}
