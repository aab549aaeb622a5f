using AppelAide.Dialogue.Definition;

namespace AppelAide.Host.Scripts;

/// <summary>Takes an edit of the scripts live within seconds, if it is sound.</summary>
internal sealed class ScriptWatcher(ScriptFolder folder, ScriptLibrary library, TimeProvider time, ILogger<ScriptWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first round reads in any case: an edit made since the line opened must not be missed.
        var seen = "";
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var stamp = folder.Stamp();
                if (stamp == seen) continue;
                await library.OpenAsync(folder.Read(), stoppingToken);
                seen = stamp;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Whatever it is, the line must not close for it: a folder without rights, a database that cannot keep the new version.
                logger.LogError("The scripts cannot be read or kept ({Reason}); the last good version stays live", error.Message);
                library.Break(new DialogueIssue(folder.Path, 1, "", $"cannot be read or kept: {error.Message}"));
            }
        }
    }
}
