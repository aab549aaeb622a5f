using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AppelAide.Host.Console;

/// <summary>How large a file a page takes. One that says it is larger is not kept.</summary>
/// <param name="bytes">The largest.</param>
/// <param name="refusal">Where whoever sent more is led.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute(long bytes, string refusal) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter, IRequestSizePolicy, IRequestFormLimitsPolicy
{
    private const long MostRead = 1_000_000_000;

    /// <summary>Before the token of the form is looked for in what was sent.</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method)) return;
        if (request.ContentLength > bytes)
        {
            await UnwantedBody.ReadAsync(context.HttpContext, MostRead);
            context.Result = new RedirectResult(refusal);
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = bytes;
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is null)
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = bytes }));
    }
}
