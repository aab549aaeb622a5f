using System.Net;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace AppelAide.Host.Twilio;

/// <summary>
/// Lets only the provider's webhooks through; anything else gets a bare 403 and changes nothing. After it, the form has been read once and
/// <c>HttpRequest.Form</c> costs nothing and does not throw.
/// </summary>
/// <param name="authToken">The secret that signs; empty when none is configured.</param>
/// <param name="publicBaseUrl">The address that Twilio calls when the line is behind a proxy; null or empty to take the request's own.</param>
/// <param name="isDevelopment">Whether, without a token, this machine is trusted.</param>
/// <param name="logger">Hears of refusals, without any field of the request.</param>
internal sealed class TwilioSignatureFilter(string authToken, string? publicBaseUrl, bool isDevelopment, ILogger<TwilioSignatureFilter> logger)
{
    /// <summary>Twilio's largest webhooks are a few kB.</summary>
    private const int LargestBody = 256 * 1024;

    // The last is what stands in the first's place once it has been read.
    private static readonly string[] Forwarded = ["X-Forwarded-For", "Forwarded", "X-Original-For"];

    private static readonly FormOptions Limits = new() { KeyLengthLimit = 1024, ValueLengthLimit = LargestBody, ValueCountLimit = 512 };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(authToken);
    private readonly string _base = publicBaseUrl?.TrimEnd('/') ?? "";

    /// <summary>Lets a request through to an endpoint, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var verdict = await JudgeAsync(http);
        if (verdict == WebhookVerdict.Trusted)
        {
            await next(http);
            return;
        }

        logger.LogWarning("Refused a webhook: {Verdict}", verdict);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async ValueTask<WebhookVerdict> JudgeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return WebhookVerdict.NotPost;
        if (_key.Length == 0 && !(isDevelopment && IsLocal(http)))
            return WebhookVerdict.NotLocal;
        if (_key.Length > 0 && http.Request.Headers[TwilioHeaders.Signature].Count != 1)
            return WebhookVerdict.BadSignature;
        if (!LimitBody(http))
            return WebhookVerdict.Unreadable;

        try
        {
            if (!http.Request.HasFormContentType)
                return await JudgeBodyAsync(http);
            var form = await http.Request.ReadFormAsync(Limits, http.RequestAborted);
            return _key.Length == 0 || IsSigned(http, form) ? WebhookVerdict.Trusted : WebhookVerdict.BadSignature;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or IOException or ConnectionAbortedException)
        {
            return WebhookVerdict.Unreadable;
        }
    }

    /// <summary>A body that is not a form is covered by a hash in the signed URL; no body at all is an empty form.</summary>
    private async ValueTask<WebhookVerdict> JudgeBodyAsync(HttpContext http)
    {
        http.Request.EnableBuffering(LargestBody, LargestBody);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        http.Request.Body.Position = 0;
        // An endpoint that reads fields finds none, instead of an exception.
        http.Request.Form = FormCollection.Empty;
        if (_key.Length == 0)
            return WebhookVerdict.Trusted;

        var read = body.GetBuffer().AsSpan(0, (int)body.Length);
        return (read.IsEmpty || TwilioSignature.CoversBody(PublicUrl(http), read)) && IsSigned(http, FormCollection.Empty)
            ? WebhookVerdict.Trusted
            : WebhookVerdict.BadSignature;
    }

    private bool IsSigned(HttpContext http, IFormCollection form) =>
        TwilioSignature.Verify(_key, PublicUrl(http), form, http.Request.Headers[TwilioHeaders.Signature]);

    /// <summary>The URL as Twilio wrote it. The target is taken as it came over the wire: decoding and encoding again would change it.</summary>
    private string PublicUrl(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
            target = http.Request.PathBase.ToUriComponent() + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        return _base.Length > 0 ? _base + target : $"{http.Request.Scheme}://{http.Request.Host.Value}{target}";
    }

    private static bool LimitBody(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        return http.Request.ContentLength is null or <= LargestBody;
    }

    /// <summary>No address at all is a request from inside this process. A forwarded one only looks local: a tunnel brought it here.</summary>
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is var address && (address is null || IPAddress.IsLoopback(address))
        && !Forwarded.Any(http.Request.Headers.ContainsKey);
}
