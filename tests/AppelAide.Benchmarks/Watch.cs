using System.Diagnostics;
using AppelAide.Host.Persistence;

namespace AppelAide.Benchmarks;

/// <summary>What memory rises to, and how long a small write of somebody else waits, every few milliseconds.</summary>
internal sealed class Watch
{
    private readonly CancellationTokenSource stop = new();
    private Task<(long Managed, long Resident, long Highest, double Longest)> watching = null!;

    public static Watch Start(Database database)
    {
        var watch = new Watch();
        watch.watching = Task.Run(() => watch.RunAsync(database));
        return watch;
    }

    public async Task<(long Managed, long Resident, long Highest, double Longest)> StopAsync()
    {
        await stop.CancelAsync();
        var seen = await watching;
        stop.Dispose();
        return seen;
    }

    private async Task<(long Managed, long Resident, long Highest, double Longest)> RunAsync(Database database)
    {
        var (managedBefore, residentBefore) = (GC.GetTotalMemory(false), Environment.WorkingSet);
        var (managed, resident, longest) = (managedBefore, residentBefore, 0d);
        while (!stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await database.WriteAsync(scope => scope.Execute("UPDATE sequence SET next = next WHERE name = 'turn'"), CancellationToken.None);
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            managed = Math.Max(managed, GC.GetTotalMemory(false));
            resident = Math.Max(resident, Environment.WorkingSet);
            await Task.Delay(5);
        }

        return (managed - managedBefore, resident - residentBefore, resident, longest);
    }
}
