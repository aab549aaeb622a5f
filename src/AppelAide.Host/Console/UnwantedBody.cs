using Microsoft.AspNetCore.Http.Features;

namespace AppelAide.Host.Console;

/// <summary>
/// What was sent and is not kept: it is read to its end and thrown away, because a browser that is hung up on while it sends shows an error of its own
/// instead of the page's sentence.
/// </summary>
internal static class UnwantedBody
{
    /// <summary>Reads it, unless it is longer than anybody means to send: who sends that is hung up on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">The longest, in bytes.</param>
    public static async Task ReadAsync(HttpContext context, long most)
    {
        if (context.Request.ContentLength is not { } length || length > most) return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = length;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }
}
