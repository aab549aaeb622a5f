using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Twilio;

/// <summary>
/// The recordings that the provider holds: fetched, then deleted there. Nothing is tried twice here. See
/// https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file.
/// </summary>
internal sealed class TwilioRecordings(HttpClient http, IOptions<TwilioOptions> options)
{
    /// <summary>The whole of a request: a large sound over a slow line.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The largest sound that is kept, in bytes: two minutes are half a million.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private const int MostName = 64;

    /// <summary>Whether an account is configured.</summary>
    public bool IsOn => options.Value.AccountSid.Length > 0 && options.Value.AuthToken.Length > 0;

    /// <summary>The sound of a recording.</summary>
    public async Task<SoundAnswer> FetchAsync(string recordingSid, CancellationToken ct)
    {
        if (!IsName(recordingSid)) return SoundAnswer.Without(SoundOutcome.Absent);
        try
        {
            using var request = Request(HttpMethod.Get, recordingSid, "mp3");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (Read(response.StatusCode) is var outcome && outcome != SoundOutcome.Done) return SoundAnswer.Without(outcome);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            // Whatever stands between the line and the provider answers with pages of its own.
            if (!type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)) return SoundAnswer.Without(SoundOutcome.Refused);
            return await ReadAsync(response.Content, ct) is { } sound
                ? sound.Length > 0 ? new SoundAnswer(SoundOutcome.Done, type.ToLowerInvariant(), sound) : SoundAnswer.Without(SoundOutcome.Refused)
                : SoundAnswer.Without(SoundOutcome.TooLarge);
        }
        catch (Exception error) when (IsNoAnswer(error, ct))
        {
            return SoundAnswer.Without(SoundOutcome.Unreachable);
        }
    }

    /// <summary>Deletes a recording at the provider; one that it does not have is deleted.</summary>
    public async Task<SoundOutcome> DeleteAsync(string recordingSid, CancellationToken ct)
    {
        if (!IsName(recordingSid)) return SoundOutcome.Done;
        try
        {
            using var request = Request(HttpMethod.Delete, recordingSid, "json");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return Read(response.StatusCode) is var outcome && outcome == SoundOutcome.Absent ? SoundOutcome.Done : outcome;
        }
        catch (Exception error) when (IsNoAnswer(error, ct))
        {
            return SoundOutcome.Unreachable;
        }
    }

    /// <summary>The name came in a webhook: it is put into an address only when it is one.</summary>
    private static bool IsName(string sid) => sid.Length is > 0 and <= MostName && sid.All(char.IsAsciiLetterOrDigit);

    private static SoundOutcome Read(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => SoundOutcome.Done,
        404 or 410 => SoundOutcome.Absent,
        401 or 403 or 407 or 408 or 429 or >= 500 => SoundOutcome.Unreachable,
        _ => SoundOutcome.Refused,
    };

    /// <summary>No more than the limit is ever read, whatever length is announced; null when there is more.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > Largest) return null;
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var sound = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (sound.Length + read > Largest) return null;
            sound.Write(buffer, 0, read);
        }

        return sound.ToArray();
    }

    private static bool IsNoAnswer(Exception error, CancellationToken stopping) =>
        error is HttpRequestException or IOException || (error is OperationCanceledException && !stopping.IsCancellationRequested);

    private HttpRequestMessage Request(HttpMethod method, string sid, string kind)
    {
        var account = options.Value;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}"));
        return new HttpRequestMessage(method, $"{account.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{account.AccountSid}/Recordings/{sid}.{kind}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
    }
}
