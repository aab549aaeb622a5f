using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>
/// Hands one claimed message to the provider, if now is the time for it, and records what became of it. A message whose last attempt nobody
/// knows the end of is looked for in the provider's own record first; only when it is not there is it sent again.
/// </summary>
internal sealed class OutboxSender(
    Database database,
    OutboxStore outbox,
    OutboxReports reports,
    CallerStore callers,
    IMessageSender provider,
    SendingHours hours,
    IOptions<OutboxOptions> options,
    IOptions<LineOptions> line,
    TimeProvider time,
    ILogger<OutboxSender> logger)
{
    /// <summary>A message that the provider does not take for reasons of its own is given up after this many attempts.</summary>
    public const int MostAttempts = 6;

    /// <summary>The provider's record is asked no sooner: what is on its way there must have arrived.</summary>
    private static readonly TimeSpan RecordIsSettled = TimeSpan.FromMinutes(1);

    private readonly Pacer segments = new(options.Value.SegmentsPerSecond, time);
    private readonly Pacer calls = new(options.Value.CallsPerSecond, time);

    /// <summary>Sends, postpones or gives up a message.</summary>
    /// <returns>What the provider answered; null when it was not asked to send.</returns>
    public async Task<SendResult?> SendAsync(ClaimedMessage message, CancellationToken ct)
    {
        var phone = await callers.PhoneAsync(message.CallerId, ct);
        if (phone is null || !CallerNumber.IsE164(phone))
        {
            // A hidden number cannot be written to.
            await SettleAsync(message, "failed", "no number");
            return null;
        }

        if (TrialNumbers.Is(phone))
        {
            // Whatever a trial led to, now or on the eve of a training, stays here.
            await SettleAsync(message, "cancelled", "trial");
            return null;
        }

        if (message.InDoubtSince is { } since && !await IsClearedUpAsync(message, phone, since, ct)) return null;
        if (await IsNotNowAsync(message, ct)) return null;

        await (message.Kind == "call" ? calls.WaitAsync(1, ct) : segments.WaitAsync(Math.Max(1, message.Segments), ct));
        var zone = hours.Zone(message.TimeZone);
        var now = time.GetUtcNow();
        if (!await outbox.BeginAttemptAsync(message, SendingHours.DayBegan(now, zone), options.Value.DailyCap, now, ct))
        {
            // Stopped meanwhile, or the lease is over: the next claim sees to it.
            await IsOverCapAsync(message, zone, ct);
            return null;
        }

        // From here on it is written that the provider was asked: whatever happens, it is not asked twice unknowingly.
        var result = message.Kind == "call"
            ? await provider.CallAsync(Call(message, phone), ct)
            : await provider.SendAsync(Text(message, phone), ct);
        await RecordAsync(message, result);
        return result;
    }

    private async Task<bool> IsNotNowAsync(ClaimedMessage message, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (message.Stopped) return await SettleAsync(message, "cancelled", "stopped");
        if (message.ExpiresAt <= now) return await SettleAsync(message, "failed", "expired");
        if (message is { Kind: "sms", Texts: false }) return await WriteAsync(scope => outbox.MakeCall(scope, message.Id, null, now));
        if (message.Kind == "call" && PublicAddress is null)
        {
            logger.LogWarning("Calls wait in the outbox: Line:PublicBaseUrl, where the provider asks for their words, is not configured");
            return await PostponeAsync(message, now.AddHours(1), "no address", null);
        }

        // Nobody is woken by a call that could have been a text; an answer by text is read when it suits.
        if (message.IsAnswer && message.Kind == "sms") return false;
        var zone = hours.Zone(message.TimeZone);
        if (hours.Next(now, zone) is var opens && opens > now) return await PostponeAsync(message, opens, "hours", null);
        return await IsOverCapAsync(message, zone, ct);
    }

    private async Task<bool> IsOverCapAsync(ClaimedMessage message, TimeZoneInfo zone, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return !message.IsAnswer
            && await outbox.CountTodayAsync(message.CallerId, SendingHours.DayBegan(now, zone), ct) >= options.Value.DailyCap
            && await PostponeAsync(message, hours.NextDay(now, zone), "cap", null);
    }

    /// <summary>Whether the doubt is gone and the message may be sent; when the provider has it, it is recorded as sent.</summary>
    private async Task<bool> IsClearedUpAsync(ClaimedMessage message, string phone, DateTimeOffset since, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now < since + RecordIsSettled) return !await PostponeAsync(message, since + RecordIsSettled, "in doubt", null);
        var found = message.Kind == "call"
            ? await provider.FindCallAsync(Call(message, phone), since, ct)
            : await provider.FindTextAsync(Text(message, phone), since, ct);
        now = time.GetUtcNow();
        if (!found.IsKnown) return !await PostponeAsync(message, now + Backoff.AfterTrouble(message.Attempts), "in doubt", null);
        if (found.Sid is { } sid && !await outbox.IsNamedAsync(sid, ct))
        {
            logger.LogInformation("Message {Id} had been taken by the provider, though nobody had noted it", message.Id);
            await WriteAsync(scope => outbox.Take(scope, message.Id, message.Attempts, sid, now));
            return false;
        }

        await WriteAsync(scope => outbox.End(scope, message.Id, message.Attempts, "absent", null, null, now));
        return true;
    }

    private Task<bool> RecordAsync(ClaimedMessage message, SendResult result)
    {
        var now = time.GetUtcNow();
        var attempt = message.Attempts + 1;
        return WriteAsync(scope =>
        {
            switch (result.Outcome)
            {
                case SendOutcome.Taken:
                    outbox.Take(scope, message.Id, attempt, result.Sid!, now);
                    break;
                case SendOutcome.Refused:
                    outbox.End(scope, message.Id, attempt, "refused", result.ErrorCode, null, now);
                    reports.Refuse(scope, message.Id, message.CallerId, message.Kind, result.ErrorCode, "", now);
                    break;
                case SendOutcome.Unknown:
                    outbox.End(scope, message.Id, attempt, "unknown", null, null, now);
                    outbox.Postpone(scope, message.Id, now + RecordIsSettled, "in doubt", null, now);
                    break;
                default:
                    outbox.End(scope, message.Id, attempt, "later", result.ErrorCode, null, now);
                    PutOff(scope, message, attempt, result, now);
                    break;
            }
        });
    }

    private void PutOff(WriteScope scope, ClaimedMessage message, int attempt, SendResult result, DateTimeOffset now)
    {
        // The provider's own trouble is not the message's: it waits as long as that lasts.
        if (attempt >= MostAttempts && !result.IsThrottled && !result.IsUnreachable)
            outbox.Settle(scope, message.Id, "failed", "tries", result.ErrorCode, now);
        else
            outbox.Postpone(scope, message.Id, now + (result.RetryAfter ?? Backoff.AfterTrouble(attempt)), "provider", result.ErrorCode, now);
    }

    private OutgoingText Text(ClaimedMessage message, string phone) =>
        new(phone, message.Body, PublicAddress is { } address ? FormattableString.Invariant($"{address}/twilio/sms/status?m={message.Id}") : null);

    private OutgoingCall Call(ClaimedMessage message, string phone) => new(
        phone,
        FormattableString.Invariant($"{PublicAddress}/twilio/voice/message?m={message.Id}"),
        FormattableString.Invariant($"{PublicAddress}/twilio/voice/status?m={message.Id}"));

    private string? PublicAddress => line.Value.PublicBaseUrl is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private Task<bool> SettleAsync(ClaimedMessage message, string state, string reason) =>
        WriteAsync(scope => outbox.Settle(scope, message.Id, state, reason, null, time.GetUtcNow()));

    /// <summary>Puts a message off because of an unforeseen failure.</summary>
    public Task PutOffAsync(ClaimedMessage message) => PostponeAsync(message, time.GetUtcNow() + Backoff.AfterTrouble(message.Attempts + 1), "failure", null);

    private Task<bool> PostponeAsync(ClaimedMessage message, DateTimeOffset until, string reason, int? errorCode) =>
        WriteAsync(scope => outbox.Postpone(scope, message.Id, until, reason, errorCode, time.GetUtcNow()));

    /// <summary>Never given up midway: what the provider did must be on disk.</summary>
    private Task<bool> WriteAsync(Action<WriteScope> write) =>
        database.WriteAsync(
            scope =>
            {
                write(scope);
                return true;
            },
            CancellationToken.None);
}
