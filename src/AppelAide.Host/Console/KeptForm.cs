using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AppelAide.Host.Console;

/// <summary>What somebody typed when their session ended: it goes through the sign-in, sealed, and comes back.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">What was typed, by the names of the fields.</param>
internal sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string Purpose = "AppelAide.KeptForm";
    private const int Longest = 100_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

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
        var kept = "";
        if (context.Request.ContentType is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && context.Request.ContentLength is <= Longest)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field => field.Key is not "__RequestVerificationToken").SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""));
            kept = Seal(context.RequestServices, new KeptForm(context.Request.Path + context.Request.QueryString, [.. fields]));
        }

        context.Items[ProblemPages.Kept] = kept;
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

    private static string Seal(IServiceProvider services, KeptForm form) => Protector(services).Protect(JsonSerializer.Serialize(form), Lasts);

    private static ITimeLimitedDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
