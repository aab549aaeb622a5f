namespace AppelAide.Host.Twilio;

/// <summary>Answers a webhook with a document; nothing on the way may keep it.</summary>
internal sealed class TwimlResult(byte[] document) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/xml; charset=utf-8";
        response.ContentLength = document.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(document, httpContext.RequestAborted);
    }
}
