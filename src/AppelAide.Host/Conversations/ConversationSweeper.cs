using AppelAide.Host.Calls;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Conversations;

/// <summary>Lets go of idle conversations, and closes in the log those whose end nobody told: a lost status callback, texts that stopped.</summary>
internal sealed class ConversationSweeper(
    ConversationCache cache, ConversationStore conversations, Database database, TimeProvider time, ILogger<ConversationSweeper> logger) : BackgroundService
{
    /// <summary>No call lasts longer: Twilio itself ends one after 4 hours.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private const int AtOnce = 200;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                cache.Sweep();
                await CloseAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "Idle conversations could not be closed; the next round will");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Closes what is long over.</summary>
    internal async Task CloseAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var no in await conversations.ListOpenSinceAsync(now - Longest, AtOnce, ct))
            await database.WriteAsync(scope => conversations.CloseIdle(scope, no, now), ct);
    }
}
