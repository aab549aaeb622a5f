using AppelAide.Host.Persistence;
using Microsoft.Extensions.Options;
using Quartz;

namespace AppelAide.Host.Scheduling;

/// <summary>Does the recurring work of the line, as long as this host is open and, on SQLite, no other host does.</summary>
internal sealed class SchedulerWorker(
    LineScheduler scheduler,
    Database database,
    IOptions<SchedulingOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<SchedulerWorker> logger) : BackgroundService, IAsyncDisposable
{
    /// <summary>Of the five seconds that Ctrl+C may take. What does not end in it is left to another host, or to the next start.</summary>
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(2);

    private SoleScheduler? turn;
    private bool hasWaited;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } running) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn) return;
        // Not after the web server, which may take its time over the last turns.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(options.Value.CheckIn, time);
        StandaloneSchedulerFactory? running = null;
        try
        {
            // A line that cannot open, such as one whose port is taken, does no work and has nothing to say of it.
            var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var opening = lifetime.ApplicationStarted.Register(opened.SetResult);
            await opened.Task.WaitAsync(stopping.Token);
            while ((running = await TryStartAsync(stopping.Token)) is null)
                await timer.WaitForNextTickAsync(stopping.Token);
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The line closes.
        }

        // Another host may have the turn only once nothing runs here any more; else when the process is gone.
        if (running is null || await StopAsync(running)) turn?.Dispose();
    }

    private async Task<StandaloneSchedulerFactory?> TryStartAsync(CancellationToken ct)
    {
        try
        {
            if (!IsMyTurn())
            {
                if (!hasWaited) logger.LogInformation("Another host on this database does the recurring work; this one stands by");
                hasWaited = true;
                return null;
            }

            var running = await scheduler.StartAsync(ct);
            logger.LogInformation("This host does recurring work: {Work}", string.Join(", ", scheduler.Work));
            return running;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // Whatever Quartz makes of it.
            throw new OperationCanceledException(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "Recurring work could not be started; the next try comes in {Seconds} s", options.Value.CheckIn.TotalSeconds);
            turn?.Dispose();
            turn = null;
            return null;
        }
    }

    private bool IsMyTurn()
    {
        if (scheduler.IsClustered) return true;
        using var connection = database.CreateConnection();
        return (turn ??= SoleScheduler.TryTake(connection.DataSource)) is not null;
    }

    private async Task<bool> StopAsync(StandaloneSchedulerFactory running)
    {
        try
        {
            var quartz = await running.GetScheduler();
            await quartz.Shutdown(waitForJobsToComplete: true).AsTask().WaitAsync(ToStop);
            await running.DisposeAsync();
            return true;
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "Recurring work did not end in time; it is taken up again");
            return false;
        }
    }
}
