using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Twilio;

/// <summary>The one call the line makes to Twilio's REST API. See https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource.</summary>
internal sealed class TwilioRestClient(HttpClient http, IOptions<TwilioOptions> options, TimeProvider time) : IMessageSender
{
    /// <summary>Accepted by Twilio but undeliverable for now: unreachable handset, carrier trouble, queue full.</summary>
    private static readonly HashSet<int> TransientErrors = [20429, 20503, 30001, 30003, 30008];

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        if (!options.Value.CanSend)
            return new SendResult(null, null, Retryable: false, null);

        try
        {
            using var request = Compose(text);
            using var response = await http.SendAsync(request, cancellationToken);
            var (sid, code) = await ReadAsync(response, cancellationToken);
            if (response.IsSuccessStatusCode && sid is not null)
                return new SendResult(sid, null, Retryable: false, null);

            var retryable = (int)response.StatusCode >= 500
                || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
                || (code is { } known && TransientErrors.Contains(known));
            return new SendResult(null, code, retryable, RetryAfter(response.Headers.RetryAfter));
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SendResult(null, null, Retryable: true, null);
        }
    }

    private HttpRequestMessage Compose(OutgoingText text)
    {
        var account = options.Value;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("To", text.To),
            new("From", account.PhoneNumber),
            new("Body", text.Body),
        };
        if (text.StatusCallback is { } callback)
            fields.Add(new("StatusCallback", callback));

        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}"));
        return new HttpRequestMessage(HttpMethod.Post, $"{account.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{account.AccountSid}/Messages.json")
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
    }

    /// <summary>The message's name and the error, where the answer has them; a proxy's page in HTML has neither.</summary>
    private static async Task<(string? Sid, int? Code)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return (null, null);
            var sid = json.RootElement.TryGetProperty("sid", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
            var code = json.RootElement.TryGetProperty("code", out var error) && error.ValueKind == JsonValueKind.Number && error.TryGetInt32(out var number)
                ? number
                : (int?)null;
            return (sid, code);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
