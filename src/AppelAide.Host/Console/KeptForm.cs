using System.Text.Encodings.Web;
using System.Text.Json;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AppelAide.Host.Console;

/// <summary>
/// What somebody typed when their session ended: it goes through the sign-in, sealed, and comes back to them alone. Only what a page of ours sent is kept:
/// the browser still has the ended session, and the form's token is that session's. Of accounts nothing is kept.
/// </summary>
/// <param name="AccountId">Who typed it.</param>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">What was typed, by the names of the fields.</param>
internal sealed record KeptForm(long AccountId, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>What the sign-in takes, with this in it.</summary>
    public const long LongestSealed = 3_000_000;

    private const string Purpose = "AppelAide.KeptForm";
    private const string Token = "__RequestVerificationToken";
    private const int Longest = 1_000_000;
    private const long MostRead = 30_000_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private static readonly PathString[] Never = ["/console/staff", "/console/account", "/console/sign-in", "/console/welcome", "/console/problem"];
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a field is the page's own, and not what somebody typed.</summary>
    public static bool IsOwn(string field) => field is "once" or "version" or "boxes" || field.StartsWith("was:", StringComparison.Ordinal);

    /// <summary>Instead of the redirection to the sign-in, which would lose it: keeps the form of a request that nobody is signed in for.</summary>
    public static async Task KeepAsync(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        var context = redirect.HttpContext;
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Redirect(redirect.RedirectUri);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // Nothing when it is not kept: the page says so.
        context.Items[ProblemPages.Kept] = await SealAsync(context, redirect.Options);
        await UnwantedBody.ReadAsync(context, MostRead);
    }

    /// <summary>What was sealed; null when it was not by this line, or long ago.</summary>
    public static KeptForm? Open(IServiceProvider services, string? kept)
    {
        if (string.IsNullOrEmpty(kept)) return null;
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(Protector(services).Unprotect(kept));
        }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static async Task<string> SealAsync(HttpContext context, CookieAuthenticationOptions cookie)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is not <= Longest) return "";
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null || Never.Any(path => request.Path.StartsWithSegments(path))) return "";
        if (Ended(context, cookie) is not { } ended || StaffClaims.MemberOf(ended) is not { } staff) return "";
        var form = await ReadAsync(request);
        if (form.Files.Count > 0) return "";
        var nobody = context.User;
        context.User = ended;
        var isOurs = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        context.User = nobody;
        if (!isOurs) return "";
        var fields = form.Where(field => field.Key is not Token).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""));
        return Protector(context.RequestServices).Protect(JsonSerializer.Serialize(new KeptForm(staff.Id, request.Path + request.QueryString, [.. fields]), Short), Lasts);
    }

    /// <summary>Whose session ended: its cookie is still there.</summary>
    private static System.Security.Claims.ClaimsPrincipal? Ended(HttpContext context, CookieAuthenticationOptions cookie) =>
        cookie.CookieManager.GetRequestCookie(context, cookie.Cookie.Name!) is { Length: > 0 } ticket ? cookie.TicketDataFormat.Unprotect(ticket)?.Principal : null;

    private static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException error)
        {
            throw new BadHttpRequestException("The form cannot be read.", error);
        }
    }

    private static ITimeLimitedDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
