using System.Net;
using System.Text.Json;

namespace AppelAide.Host.Twilio;

/// <summary>
/// Reads what the provider answers to a request to send. Its errors are told apart by code, because the same status means different things:
/// see https://www.twilio.com/docs/api/errors.
/// </summary>
internal static class TwilioAnswer
{
    /// <summary>The first code that speaks of the message and not of the account or the request itself.</summary>
    private const int FirstOfMessages = 21000;

    /// <summary>
    /// Never again, whatever the status, beside who opted out and landlines: not a number, no permission for the region, not a number of ours,
    /// cannot be reached from this number.
    /// </summary>
    private static readonly HashSet<int> Permanent = [21211, 21408, 21606, 21612];

    /// <summary>Too many at once: requests, or messages queued from this number.</summary>
    private static readonly HashSet<int> Throttling = [20429, 21611];

    /// <summary>What became of it.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="body">Its body, which may be anything: a proxy's page, for one.</param>
    /// <param name="retryAfter">How long it asks to wait.</param>
    public static SendResult Read(HttpStatusCode status, byte[] body, TimeSpan? retryAfter)
    {
        var (sid, code) = ReadBody(body);
        if ((int)status is >= 200 and < 300)
            return sid is null ? SendResult.Unknown : SendResult.Taken(sid);
        // A gateway speaks for a provider that it did not hear from in time, or heard wrongly.
        if (status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
            return SendResult.Unknown;

        if (code is { } known && (TwilioErrors.IsOptOut(known) || TwilioErrors.IsLandline(known) || Permanent.Contains(known)))
            return new(SendOutcome.Refused, null, code, null, false, false);
        if (status == HttpStatusCode.TooManyRequests || (code is { } busy && Throttling.Contains(busy)))
            return new(SendOutcome.Later, null, code, retryAfter, true, false);
        if (code is { } passing && TwilioErrors.IsPassing(passing))
            return new(SendOutcome.Later, null, code, retryAfter, false, (int)status >= 500);
        return new(IsRefusal(status, code) ? SendOutcome.Refused : SendOutcome.Later, null, code, retryAfter, false, IsDown(status, code));
    }

    private static bool IsRefusal(HttpStatusCode status, int? code) => status switch
    {
        HttpStatusCode.BadRequest => true,
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict => false,
        _ => (int)status is >= 400 and < 500 && !IsDown(status, code),
    };

    /// <summary>
    /// Whether every message would fare the same: the provider is down, or the account, the secret or the address is wrong. That is the
    /// operator's mistake and not the message's, which must outlive it.
    /// </summary>
    private static bool IsDown(HttpStatusCode status, int? code) => (int)status switch
    {
        >= 500 or < 400 => true,
        400 or 408 or 409 => false,
        401 => true,
        _ => code is null or < FirstOfMessages,
    };

    private static (string? Sid, int? Code) ReadBody(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object ? (Sid(root), Code(root)) : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Sid(JsonElement root) =>
        root.TryGetProperty("sid", out var sid) && sid.ValueKind == JsonValueKind.String && sid.GetString() is { Length: > 0 } name ? name : null;

    private static int? Code(JsonElement root) =>
        root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null;
}
