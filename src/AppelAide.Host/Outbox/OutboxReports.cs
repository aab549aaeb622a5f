using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Outbox;

/// <summary>
/// What the provider says became of a message, now or later, late, twice or out of order: each thing is noted once, and the state only moves
/// forward. See https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks.
/// </summary>
internal sealed class OutboxReports(Database database, OutboxStore outbox, MessageConsent consent, CallerStore callers, IEnumerable<IMessageOutcome> features)
{
    /// <summary>A text or call that nobody answered is tried this many times in all.</summary>
    public const int MostAttempts = 4;

    private const string ById = "SELECT id, caller_id, kind, state, attempts, provider_sid FROM outbox_message WHERE id = @Id";

    private const string BySid = "SELECT id, caller_id, kind, state, attempts, provider_sid FROM outbox_message WHERE provider_sid = @Sid";

    private const string Ended = """
        UPDATE outbox_message SET state = @State, error_code = @ErrorCode, reason = @Reason, updated_at = @Now WHERE id = @Id AND state = 'sent'
        """;

    private const string Again = """
        UPDATE outbox_message SET state = 'due', due_at = @DueAt, provider_sid = NULL, sent_at = NULL, error_code = @ErrorCode, reason = @Reason, updated_at = @Now
        WHERE id = @Id AND state = 'sent'
        """;

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "outbox_report", ["message_id", "provider_sid", "status"], "message_id", "provider_sid", "status", "error_code", "at");

    /// <summary>A text was queued, sent, delivered or not.</summary>
    /// <param name="messageId">The message, when the address that was called names it: a report may come before the send is recorded.</param>
    /// <param name="sid">The provider's name for the text.</param>
    /// <param name="status">The provider's word: queued, sent, delivered, undelivered, failed…</param>
    /// <param name="errorCode">Twilio's error, if any.</param>
    /// <param name="now">When the report came.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>False when it changes nothing: of an unknown message, an earlier attempt, or heard before.</returns>
    public Task<bool> TextAsync(long? messageId, string sid, string status, int? errorCode, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (Note(scope, messageId, "sms", sid, status, errorCode, now) is not { } message) return false;
                return status switch
                {
                    "delivered" => Arrive(scope, message, now),
                    "undelivered" or "failed" => NotDelivered(scope, message, errorCode, now),
                    _ => true,
                };
            },
            ct);

    /// <summary>A call that the line made was answered and ended, or was not answered.</summary>
    /// <inheritdoc cref="TextAsync"/>
    public Task<bool> CallAsync(long messageId, string sid, string status, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            scope =>
            {
                if (Note(scope, messageId, "call", sid, status, null, now) is not { } message) return false;
                return status switch
                {
                    "completed" => End(scope, message, "delivered", null, null, now),
                    "busy" or "no-answer" or "failed" or "canceled" => TryAgain(scope, message, status, null, now),
                    _ => true,
                };
            },
            ct);

    /// <summary>The provider refused a message for good: what that says of the telephone is kept.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="id">The message.</param>
    /// <param name="callerId">To whom.</param>
    /// <param name="kind"><c>sms</c> or <c>call</c>.</param>
    /// <param name="errorCode">Twilio's error.</param>
    /// <param name="proof">What the provider named it, or the empty string.</param>
    /// <param name="now">The moment.</param>
    public void Refuse(WriteScope scope, long id, long callerId, string kind, int? errorCode, string proof, DateTimeOffset now)
    {
        if (errorCode is { } code && TwilioErrors.IsOptOut(code))
        {
            outbox.Settle(scope, id, "cancelled", "stopped", code, now);
            consent.WithdrawnAtProvider(scope, callerId, $"error {code} {proof}".TrimEnd(), now);
        }
        else if (kind == "sms" && errorCode is { } unreachable && TwilioErrors.IsLandline(unreachable))
        {
            callers.NoteTexts(scope, callerId, false);
            outbox.MakeCall(scope, id, unreachable, now);
        }
        else
        {
            outbox.Settle(scope, id, "failed", "refused", errorCode, now);
        }
    }

    /// <summary>Notes the report; the message when it is about its latest attempt and was not heard before.</summary>
    private Reported? Note(WriteScope scope, long? messageId, string kind, string sid, string status, int? errorCode, DateTimeOffset now)
    {
        var message = messageId is { } id ? scope.QueryFirst<Reported>(ById, new { Id = id }) : scope.QueryFirst<Reported>(BySid, new { Sid = sid });
        if (message is null || message.Kind != kind) return null;
        if (scope.Execute(insert, new { MessageId = message.Id, ProviderSid = sid, Status = status, ErrorCode = errorCode, At = now }) == 0) return null;
        if (message.ProviderSid is null && message.State == "sending" && outbox.Take(scope, message.Id, message.Attempts, sid, now)) return message;
        return message.ProviderSid == sid ? message : null;
    }

    private bool Arrive(WriteScope scope, Reported message, DateTimeOffset now)
    {
        if (!End(scope, message, "delivered", null, null, now)) return false;
        foreach (var feature in features) feature.Delivered(scope, message.Id, now);
        return true;
    }

    private bool NotDelivered(WriteScope scope, Reported message, int? errorCode, DateTimeOffset now)
    {
        if (errorCode is { } code && TwilioErrors.IsPassing(code)) return TryAgain(scope, message, "unreachable", code, now);
        if (errorCode is { } final && (TwilioErrors.IsOptOut(final) || TwilioErrors.IsLandline(final)))
        {
            if (TwilioErrors.IsOptOut(final)) End(scope, message, "failed", final, "stopped", now);
            Refuse(scope, message.Id, message.CallerId, message.Kind, final, message.ProviderSid ?? "", now);
            return true;
        }

        return End(scope, message, "failed", errorCode, "undelivered", now);
    }

    private static bool TryAgain(WriteScope scope, Reported message, string reason, int? errorCode, DateTimeOffset now) =>
        message.Attempts >= MostAttempts
            ? End(scope, message, "failed", errorCode, reason, now)
            : scope.Execute(Again, new { message.Id, DueAt = now + Backoff.AfterSilence(message.Attempts), ErrorCode = errorCode, Reason = reason, Now = now }) == 1;

    private static bool End(WriteScope scope, Reported message, string state, int? errorCode, string? reason, DateTimeOffset now) =>
        scope.Execute(Ended, new { message.Id, State = state, ErrorCode = errorCode, Reason = reason, Now = now }) == 1;

    private sealed record Reported
    {
        public required long Id { get; init; }

        public required long CallerId { get; init; }

        public required string Kind { get; init; }

        public required string State { get; init; }

        public required int Attempts { get; init; }

        public string? ProviderSid { get; init; }
    }
}
