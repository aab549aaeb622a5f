namespace AppelAide.Host.Directory;

/// <summary>Sees that the directory is loaded before the line opens, and that a change made on another host reaches this one.</summary>
internal sealed class DirectoryWatcher(DirectorySource source, TimeProvider time, ILogger<DirectoryWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <exception cref="System.Data.Common.DbException">The directory cannot be read: the line must not open without it.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await source.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    if (await source.RefreshAsync(stoppingToken))
                        logger.LogInformation("Directory version {Version} is loaded.", source.Current.Version);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The line goes on with what it knows.
                    logger.LogWarning(e, "The directory could not be checked; version {Version} still serves.", source.Current.Version);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
