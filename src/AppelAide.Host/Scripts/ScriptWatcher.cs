namespace AppelAide.Host.Scripts;

/// <summary>Takes an edit of the scripts live within seconds, if it is sound.</summary>
internal sealed class ScriptWatcher(ScriptFolder folder, ScriptLibrary library, TimeProvider time, ILogger<ScriptWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = folder.Stamp();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var stamp = folder.Stamp();
                if (stamp == seen) continue;
                seen = stamp;
                await library.OpenAsync(folder.Read(), stoppingToken);
            }
            catch (IOException error)
            {
                logger.LogError("The scripts cannot be read ({Reason}); the last good version stays live", error.Message);
            }
        }
    }
}
