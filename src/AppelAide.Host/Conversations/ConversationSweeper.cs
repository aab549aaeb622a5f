using AppelAide.Host.Calls;

namespace AppelAide.Host.Conversations;

/// <summary>Lets go of idle conversations, and closes in the log those whose end nobody told: a lost status callback, texts that stopped.</summary>
internal sealed class ConversationSweeper(
    ConversationCache cache, IdleConversationStore idle, TimeProvider time, ILogger<ConversationSweeper> logger) : BackgroundService
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
                await idle.CloseAsync(time.GetUtcNow() - Longest, AtOnce, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "Idle conversations could not be closed; the next round will");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
