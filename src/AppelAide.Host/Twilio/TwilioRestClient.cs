using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Twilio;

/// <summary>
/// What the line asks of Twilio's REST API. Nothing is tried twice here: whoever asks knows when it is worth trying again. See
/// https://www.twilio.com/docs/messaging/api/message-resource and https://www.twilio.com/docs/voice/api/call-resource.
/// </summary>
internal sealed class TwilioRestClient(HttpClient http, IOptions<TwilioOptions> options, TimeProvider time) : IMessageSender
{
    /// <summary>The whole of a request; longer, and nobody knows what became of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const string Messages = "Messages";
    private const string Calls = "Calls";

    /// <summary>How long a telephone rings, in seconds: five rings.</summary>
    private const string RingingTime = "30";

    private const int MostPages = 5;
    private const int PageSize = 200;

    /// <summary>What a trial account puts before the words of a message.</summary>
    private const string TrialPreamble = "Sent from your Twilio trial account - ";

    /// <summary>The provider's clock and ours differ, and it drops the fraction of a second.</summary>
    private static readonly TimeSpan ClockMargin = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields = [new("To", text.To), new("From", options.Value.PhoneNumber), new("Body", text.Body)];
        if (text.StatusCallback is { } callback)
            fields.Add(new("StatusCallback", callback));
        return PostAsync(Messages, fields, cancellationToken);
    }

    /// <inheritdoc />
    public Task<SendResult> CallAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("To", call.To), new("From", options.Value.PhoneNumber), new("Url", call.Url), new("Method", "POST"),
            new("MachineDetection", "DetectMessageEnd"), new("Timeout", RingingTime),
        ];
        // Of the events of a call, the end is what is reported when none is named.
        if (call.StatusCallback is { } callback)
            fields.Add(new("StatusCallback", callback));
        return PostAsync(Calls, fields, cancellationToken);
    }

    /// <inheritdoc />
    public Task<LookupResult> FindTextAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancellationToken) =>
        FindAsync(Messages, text.To, since, item => item.Body == text.Body || item.Body == TrialPreamble + text.Body, cancellationToken);

    /// <inheritdoc />
    public Task<LookupResult> FindCallAsync(OutgoingCall call, DateTimeOffset since, CancellationToken cancellationToken) =>
        FindAsync(Calls, call.To, since, _ => true, cancellationToken);

    private async Task<SendResult> PostAsync(string resource, List<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        if (!options.Value.CanSend)
            return SendResult.Unreachable;

        using var form = new DepartingForm(fields);
        try
        {
            var (status, body, retryAfter) = await AskAsync(HttpMethod.Post, $"/2010-04-01/Accounts/{options.Value.AccountSid}/{resource}.json", form, cancellationToken);
            return TwilioAnswer.Read(status, body, retryAfter);
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            return form.HasLeft ? SendResult.Unknown : SendResult.Unreachable;
        }
    }

    /// <summary>
    /// Looks through everything that the line ever sent to one number. The list could be asked for by date, but that date is the one of
    /// sending or of dialling, and what still waits in the provider's queue has none: it would not be found, and be sent twice.
    /// </summary>
    private async Task<LookupResult> FindAsync(
        string resource, string to, DateTimeOffset since, Func<RecordedItem, bool> isIt, CancellationToken cancellationToken)
    {
        var account = options.Value;
        if (!account.CanSend)
            return LookupResult.NotAsked;

        var root = $"/2010-04-01/Accounts/{account.AccountSid}/{resource}.json";
        string? next = $"{root}?To={Uri.EscapeDataString(to)}&From={Uri.EscapeDataString(account.PhoneNumber)}&PageSize={PageSize}";
        var candidates = new List<RecordedItem>();
        for (var page = 0; next is not null; page++)
        {
            // The credentials go to the provider's list and nowhere else, whatever the answer says is next.
            if (page == MostPages || !next.StartsWith(root, StringComparison.Ordinal) || await PageAsync(next, resource, cancellationToken) is not { } read)
                return Best(candidates, since) is { } early ? LookupResult.Found(early) : LookupResult.NotAsked;
            candidates.AddRange(read.Items.Where(item =>
                item.To == to && item.From == account.PhoneNumber && item.Status != "failed" && item.CreatedAt >= since - ClockMargin && isIt(item)));
            next = read.Next;
        }

        return Best(candidates, since) is { } sid ? LookupResult.Found(sid) : LookupResult.Absent;
    }

    /// <summary>The first one since then; one from the margin before is likelier to be another.</summary>
    private static string? Best(List<RecordedItem> candidates, DateTimeOffset since) => candidates
        .OrderBy(item => item.CreatedAt < since.AddSeconds(-1))
        .ThenBy(item => item.CreatedAt)
        .FirstOrDefault()?.Sid;

    private async Task<RecordedPage?> PageAsync(string path, string resource, CancellationToken cancellationToken)
    {
        try
        {
            var (status, body, _) = await AskAsync(HttpMethod.Get, path, null, cancellationToken);
            return status == HttpStatusCode.OK ? RecordedPage.Read(body, resource.ToLowerInvariant()) : null;
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)> AskAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        var account = options.Value;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}"));
        using var request = new HttpRequestMessage(method, account.ApiBaseUrl.TrimEnd('/') + path)
        {
            Content = content,
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
        using var response = await http.SendAsync(request, cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), RetryAfter(response.Headers.RetryAfter));
    }

    /// <summary>Whether it is the provider's silence: a cut, no connection, too slow.</summary>
    private static bool IsNoAnswer(Exception e, CancellationToken stopping) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !stopping.IsCancellationRequested);

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
