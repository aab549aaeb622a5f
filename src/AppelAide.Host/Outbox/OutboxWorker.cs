using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>Sends the messages that are due, a few at a time, under a lease: a host that dies hands them on.</summary>
internal sealed class OutboxWorker(
    OutboxStore outbox,
    OutboxSender sender,
    IOptions<OutboxOptions> options,
    IOptions<TwilioOptions> twilio,
    TimeProvider time,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int AtOnce = 10;

    /// <summary>See https://www.twilio.com/docs/api/errors/20003.</summary>
    private const int WrongAccount = 20003;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Longer than ten segments of two at one a second, and the provider's slowest answers to a search and a send.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private int troubles;
    private DateTimeOffset restsUntil = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!twilio.Value.CanSend)
        {
            logger.LogInformation("Messages wait in the outbox: Twilio:AccountSid, AuthToken and PhoneNumber are not all configured");
            return;
        }

        if (!options.Value.Sends) return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendDueAsync(stoppingToken) == AtOnce)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "The outbox could not be worked; the next round will");
            }
        }
    }

    /// <summary>Sends what is due now, unless the provider is down or asked for fewer requests a moment ago.</summary>
    /// <returns>How many were taken.</returns>
    internal async Task<int> SendDueAsync(CancellationToken ct)
    {
        if (time.GetUtcNow() < restsUntil) return 0;
        var claimed = await outbox.ClaimAsync(time.GetUtcNow(), Lease, AtOnce, ct);
        var results = await Task.WhenAll(claimed.Select(message => TryAsync(message, ct)));
        Rest([.. results.OfType<SendResult>()]);
        return claimed.Count;
    }

    private async Task<SendResult?> TryAsync(ClaimedMessage message, CancellationToken ct)
    {
        try
        {
            return await sender.SendAsync(message, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One that cannot be sent must not hold up those claimed with it.
            logger.LogError(error, "Message {Id} could not be sent", message.Id);
            await sender.PutOffAsync(message);
            return null;
        }
    }

    /// <summary>What throttles one message, or keeps it from the provider, would do so to the next: the worker itself slows.</summary>
    private void Rest(SendResult[] results)
    {
        if (results.Length == 0) return;
        var trouble = results.Where(result => result.IsThrottled || result.IsUnreachable || result.Outcome == SendOutcome.Unknown).ToList();
        if (trouble.Count < results.Length || (trouble.Count == 1 && !trouble[0].IsThrottled))
        {
            // Others went through, or it may be the trouble of one telephone: that message waits by itself.
            if (trouble.Count == 0) troubles = 0;
            return;
        }

        troubles++;
        var wait = trouble.Max(result => result.RetryAfter) ?? Backoff.AfterTrouble(troubles);
        restsUntil = time.GetUtcNow() + wait;
        if (trouble.Exists(result => result.ErrorCode == WrongAccount))
            logger.LogError("The provider does not know the account: look at Twilio:AccountSid and Twilio:AuthToken. Messages wait");
        logger.LogWarning("The provider does not keep up or is out of reach; the outbox rests for {Seconds} s", (int)wait.TotalSeconds);
    }
}
