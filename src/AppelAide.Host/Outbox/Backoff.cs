namespace AppelAide.Host.Outbox;

/// <summary>How long to wait before trying again: longer each time, and never the same, so that hosts do not come back together.</summary>
internal static class Backoff
{
    private const double Jitter = 0.25;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The provider did not take it: 10 s, 20 s, 40 s…, at most 10 minutes, each a quarter more or less.</summary>
    /// <param name="attempts">How many there were, from 1.</param>
    public static TimeSpan AfterTrouble(int attempts) => Spread(TimeSpan.FromSeconds(10), attempts, Longest);

    /// <summary>The telephone was off, or nobody answered: 30 minutes, 1 hour, 2 hours…</summary>
    /// <param name="attempts">How many there were, from 1.</param>
    public static TimeSpan AfterSilence(int attempts) => Spread(TimeSpan.FromMinutes(30), attempts, TimeSpan.FromHours(4));

    private static TimeSpan Spread(TimeSpan first, int attempts, TimeSpan longest)
    {
        var wait = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(wait * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())));
    }
}
