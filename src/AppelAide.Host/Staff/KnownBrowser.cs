using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AppelAide.Host.Staff;

/// <summary>
/// A browser that somebody signed in with before: a sealed cookie names the account, and opens nothing. Its tries are counted by themselves, so that who
/// tries passwords elsewhere, and shuts the account's door so, does not shut its owner out of their own browser.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("AppelAide.KnownBrowser").ToTimeLimitedDataProtector();
    private readonly string name = environment.IsDevelopment() ? "appelaide-known" : "__Host-appelaide-known";

    /// <summary>Its number; null when this account did not sign in with it, or another did since.</summary>
    public string? Of(HttpContext context, long accountId)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 and < 1000 } cookie) return null;
        try
        {
            return protector.Unprotect(cookie).Split(' ') is [var account, var browser] && account == accountId.ToString(CultureInfo.InvariantCulture) ? browser : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Somebody has signed in with it.</summary>
    public void Remember(HttpContext context, long accountId) => context.Response.Cookies.Append(
        name,
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{accountId} {Of(context, accountId) ?? Guid.NewGuid().ToString("N")}"), Lasts),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps || !environment.IsDevelopment(), Path = "/", MaxAge = Lasts, IsEssential = true });
}
