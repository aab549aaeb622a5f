using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>Sends the messages that are due, a few at a time, under a lease: a host that dies hands them on.</summary>
internal sealed class OutboxWorker(
    OutboxStore outbox,
    CallerStore callers,
    IMessageSender sender,
    IOptions<TwilioOptions> twilio,
    IOptions<LineOptions> line,
    TimeProvider time,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int AtOnce = 10;
    private const int MostAttempts = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!twilio.Value.CanSend)
        {
            logger.LogInformation("Messages wait in the outbox: Twilio:AccountSid, AuthToken and PhoneNumber are not all configured");
            return;
        }

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

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many were taken.</returns>
    internal async Task<int> SendDueAsync(CancellationToken ct)
    {
        var claimed = await outbox.ClaimAsync(time.GetUtcNow(), Lease, AtOnce, ct);
        foreach (var message in claimed)
        {
            try
            {
                await SendAsync(message, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One that cannot be sent must not hold up those claimed with it.
                logger.LogError(error, "Message {Id} could not be sent", message.Id);
                await PutOffAsync(message, null, null);
            }
        }

        return claimed.Count;
    }

    private async Task SendAsync(ClaimedMessage message, CancellationToken ct)
    {
        var phone = await callers.PhoneAsync(message.CallerId, ct);
        if (phone is null || !CallerNumber.IsE164(phone))
        {
            // A hidden number cannot be written to.
            await outbox.MarkFailedAsync(message.Id, null, time.GetUtcNow(), ct);
            return;
        }

        var callback = line.Value.PublicBaseUrl.Length > 0 ? line.Value.PublicBaseUrl.TrimEnd('/') + "/twilio/sms/status" : null;
        var result = await sender.SendAsync(new OutgoingText(phone, message.Body, callback), ct);
        var now = time.GetUtcNow();
        if (result.Sid is { } sid) await outbox.MarkSentAsync(message.Id, sid, now, CancellationToken.None);
        else if (result.Outcome == SendOutcome.Refused) await outbox.MarkFailedAsync(message.Id, result.ErrorCode, now, CancellationToken.None);
        else await PutOffAsync(message, result.ErrorCode, result.RetryAfter);
    }

    private Task<bool> PutOffAsync(ClaimedMessage message, int? errorCode, TimeSpan? wait)
    {
        var now = time.GetUtcNow();
        return message.Attempts >= MostAttempts
            ? outbox.MarkFailedAsync(message.Id, errorCode, now, CancellationToken.None)
            : outbox.RetryAsync(message.Id, errorCode, now + (wait ?? Backoff(message.Attempts)), now, CancellationToken.None);
    }

    /// <summary>10 s, 20 s, 40 s… with jitter, so that hosts do not come back together.</summary>
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(10 * Math.Pow(2, attempts - 1) * (0.75 + (Random.Shared.NextDouble() / 2)));
}
