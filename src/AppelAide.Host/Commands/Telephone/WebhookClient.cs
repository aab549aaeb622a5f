using System.Net;
using System.Text;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>Posts forms to a server as the provider does, signed when a token is configured.</summary>
/// <param name="address">The server: its scheme, host and, behind a proxy, path.</param>
/// <param name="twilio">The token that signs, and the line's number.</param>
/// <param name="publicBaseUrl"><c>Line:PublicBaseUrl</c>: the address that the server believes it is called by; empty for the one called.</param>
internal sealed class WebhookClient(Uri address, TwilioOptions twilio, string publicBaseUrl) : IDisposable
{
    /// <summary>The provider's own patience: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly byte[] token = Encoding.UTF8.GetBytes(twilio.AuthToken);
    private readonly string root = address.AbsoluteUri.TrimEnd('/');
    private readonly string publicRoot = publicBaseUrl.TrimEnd('/');
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = !address.IsLoopback, AllowAutoRedirect = false }) { Timeout = Patience };

    /// <summary>The server, as a person would write it.</summary>
    public string Address => root;

    /// <summary>The number that is called or texted.</summary>
    public string LineNumber => twilio.PhoneNumber.Length > 0 ? twilio.PhoneNumber : FictionalNumbers.Line;

    /// <summary>Where a call arrives.</summary>
    public Uri Voice => new(root + "/twilio/voice");

    /// <summary>Where the end of a call is told.</summary>
    public Uri Status => new(root + "/twilio/voice/status");

    /// <summary>Where a text arrives.</summary>
    public Uri Sms => new(root + "/twilio/sms");

    /// <summary>An address found in a document.</summary>
    /// <param name="page">The document's own.</param>
    /// <param name="url">As written there, relative or not. The server's public address is reached by the one that was given here.</param>
    public Uri Resolve(Uri page, string url)
    {
        if (publicRoot.Length > 0 && url.StartsWith(publicRoot, StringComparison.Ordinal))
            url = root + url[publicRoot.Length..];
        return Uri.TryCreate(page, url, out var found) && found.Scheme is "http" or "https"
            ? found
            : throw new NoLineException($"{page} leads to an address that cannot be: {url}");
    }

    /// <summary>Posts a form.</summary>
    /// <returns>The body of the answer.</returns>
    /// <exception cref="NoLineException">The server cannot be reached, or refuses.</exception>
    public async Task<string> PostAsync(Uri url, Dictionary<string, StringValues> fields, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))),
        };
        request.Headers.Add(TwilioHeaders.IdempotencyToken, Guid.NewGuid().ToString());
        if (token.Length > 0)
            request.Headers.Add(TwilioHeaders.Signature, TwilioSignature.Compute(token, SignedUrl(url), new FormCollection(fields)));
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadAsStringAsync(ct);
            throw new NoLineException(Refusal(url, response.StatusCode));
        }
        catch (HttpRequestException error)
        {
            throw new NoLineException($"No line answers at {root}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
        {
            throw new NoLineException($"{url} did not answer within {Patience.TotalSeconds:0} seconds.", error);
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private string SignedUrl(Uri url) =>
        publicRoot.Length > 0 && url.AbsoluteUri.StartsWith(root, StringComparison.Ordinal) ? publicRoot + url.AbsoluteUri[root.Length..] : url.AbsoluteUri;

    private string Refusal(Uri url, HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden when token.Length == 0 =>
            $"{root} refuses an unsigned call (403): set Twilio:AuthToken here to the server's own.",
        HttpStatusCode.Forbidden =>
            $"{root} refuses the signature (403): Twilio:AuthToken, or Line:PublicBaseUrl, differs from the server's.",
        HttpStatusCode.NotFound => $"There is no line at {root}: {url.AbsolutePath} is not found (404).",
        _ => $"{url} failed ({(int)status}).",
    };
}
