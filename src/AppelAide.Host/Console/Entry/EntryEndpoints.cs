using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Antiforgery;

namespace AppelAide.Host.Console.Entry;

/// <summary>What is no page: choosing a language, and leaving.</summary>
internal static class EntryEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapEntry(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console/language", (string? language, string? to, HttpContext context) =>
        {
            context.Response.Cookies.Append(
                ConsoleLanguage.Cookie,
                language == "en" ? "en" : "fr",
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/console", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            return Results.LocalRedirect(ConsoleAddress.OfOurs(to));
        }).AllowAnonymous();
        routes.MapPost("/console/sign-out", async (HttpContext context, IAntiforgery antiforgery, StaffSignIn signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            await signIn.SignOutAsync();
            return Results.Redirect("/console/sign-in");
        }).RequireAuthorization(Policies.Own).WithMetadata(new WithoutSecondFactorAttribute());
    }
}
