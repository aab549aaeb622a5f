using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AppelAide.Host.Console;

/// <summary>Whatever goes wrong in the console ends in a page with a sentence and a way on; the log has the rest.</summary>
internal sealed class ProblemPages(RequestDelegate next, GuessBrake brake, ILogger<ProblemPages> log)
{
    /// <summary>Where the sign-in page finds what was typed when a session ended (see <see cref="KeptForm"/>).</summary>
    public const string Kept = "kept-form";

    /// <summary>Where the page of a problem finds what was asked for.</summary>
    public const string Asked = "asked";

    /// <summary>Runs the rest, and shows the page of its status when nothing was shown.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var status = 0;
        try
        {
            // Encodings that browsers do not send forms in: some are refused by the runtime in the midst of a page.
            if (IsUtf8(context.Request.ContentType)) await next(context);
            else status = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            status = error.StatusCode;
        }
        catch (TooBusyException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "60";
            status = StatusCodes.Status503ServiceUnavailable;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            log.LogError(error, "A page of the console failed: {Method} {Path}", context.Request.Method, context.GetEndpoint()?.DisplayName);
            status = StatusCodes.Status500InternalServerError;
        }

        if (status == 0) status = context.Response.StatusCode;
        if (status < 400 || context.Response.HasStarted || context.Response.ContentType is not null) return;
        // The check of the form's token reads it, and says only that it could not.
        if (status == StatusCodes.Status400BadRequest && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize) status = StatusCodes.Status413PayloadTooLarge;
        if (status == StatusCodes.Status404NotFound) await brake.WaitAsync(context);
        var page = status == StatusCodes.Status401Unauthorized && context.Items.ContainsKey(Kept) ? "/console/sign-in" : $"/console/problem/{status}";
        context.Items[Asked] = context.Request.Path.Value;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = page;
        context.Request.Method = HttpMethods.Get;
        // What was sent is not for the page that tells of it; it may be what could not be read.
        context.Features.Set<IFormFeature>(null);
        // Its size was counted already; the page would say in the log that it cannot count again.
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(new Counted());
        context.Request.ContentType = null;
        context.Request.ContentLength = null;
        context.Request.Body = Stream.Null;
        context.Response.StatusCode = status;
        await next(context);
    }

    private static bool IsUtf8(string? type) => !MediaTypeHeaderValue.TryParse(type, out var parsed) || !parsed.Charset.HasValue || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private sealed class Counted : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}
