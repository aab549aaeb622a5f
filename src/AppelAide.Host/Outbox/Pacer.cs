namespace AppelAide.Host.Outbox;

/// <summary>Lets so many units through a second, at most one second's worth at once: the provider refuses what comes faster.</summary>
internal sealed class Pacer(double perSecond, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly TimeSpan unit = TimeSpan.FromSeconds(1 / perSecond);
    private readonly TimeSpan burst = TimeSpan.FromSeconds(Math.Max(0, 1 - (1 / perSecond)));
    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Waits for one's turn.</summary>
    /// <param name="units">How many it takes.</param>
    /// <param name="ct">Gives up the turn.</param>
    public async Task WaitAsync(int units, CancellationToken ct)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (next < now - burst) next = now - burst;
            wait = next - now;
            next += unit * units;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
    }
}
