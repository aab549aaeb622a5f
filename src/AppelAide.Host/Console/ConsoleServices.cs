using System.Text.Encodings.Web;
using System.Text.Unicode;
using AppelAide.Host.Console.Entry;
using AppelAide.Host.Console.Recordings;
using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace AppelAide.Host.Console;

/// <summary>What Program adds for the staff's pages.</summary>
internal static class ConsoleServices
{
    private const long LongestForm = 1_000_000;

    /// <summary>The pages. Apart from the line: a verb of the command line that opens no console starts sooner without.</summary>
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        var (services, environment) = (builder.Services, builder.Environment);
        services.AddSingleton<Trial.TrialLine>().AddSingleton<Trial.TrialSeal>();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Console";
            options.Conventions.ConfigureFilter(new RequestSizeLimitAttribute(LongestForm));
            options.Conventions.ConfigureFilter(new HandlerFilter());
        }).ConfigureApplicationPartManager(parts =>
        {
            // In tests and benchmarks the program is not what was started, and its pages would not be found.
            var program = typeof(ConsoleServices).Assembly;
            if (parts.ApplicationParts.Any(part => part.Name == program.GetName().Name)) return;
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(program).GetApplicationParts(program)) parts.ApplicationParts.Add(part);
        });
        // French stays readable in what is sent; what could be markup is escaped all the same.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = environment.IsDevelopment() ? "appelaide-form" : "__Host-appelaide-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = environment.IsDevelopment() ? "appelaide-notice" : "__Host-appelaide-notice";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(options =>
        {
            options.Events.OnRedirectToLogin = KeptForm.KeepAsync;
            options.Events.OnRedirectToAccessDenied = redirect =>
            {
                redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Opens it on the line: what surrounds the pages, the pages, their style and script.</summary>
    public static void OpenConsole(this WebApplication app)
    {
        app.UseConsole();
        app.MapConsole();
        app.MapEntry();
        app.MapRecordings();
    }

    private static void UseConsole(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/console"), console =>
        {
            // Behind a proxy that ends TLS, the address that people see is the configured one; no header is believed.
            if (Uri.TryCreate(app.Services.GetRequiredService<IOptions<LineOptions>>().Value.PublicBaseUrl, UriKind.Absolute, out var seen)) console.Use((context, next) => SeeAs(seen, context, next));
            if (!app.Environment.IsDevelopment()) console.UseHsts();
            console.Use(ConsoleHeaders.WriteAsync);
            console.UseMiddleware<ProblemPages>();
            console.Use(OnlyUsualMethods);
            if (!app.Environment.IsDevelopment()) console.Use(NeedTls);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/console"), console => console.Use(NeedSecondFactorAsync));
    }

    private static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorPages();
        routes.MapGet("/console/assets/{version}/{name}", (string version, string name, HttpResponse response) => ConsoleAssets.Get(name, response)).AllowAnonymous();
        routes.MapGet("/", () => Results.Redirect("/console")).AllowAnonymous();
        // What no page answers is told in a page too, to whom is signed in; the others are asked to sign in.
        routes.MapFallback("/console/{**rest}", () => Results.NotFound()).RequireAuthorization(Policies.Own);
    }

    private static Task SeeAs(Uri seen, HttpContext context, RequestDelegate next)
    {
        context.Request.Scheme = seen.Scheme;
        context.Request.Host = new HostString(seen.Authority);
        return next(context);
    }

    private static Task OnlyUsualMethods(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsPost(context.Request.Method)) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    // A password would go over the network for anybody to read.
    private static Task NeedTls(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/console/problem") || context.Request.Path.StartsWithSegments("/console/assets")) return next(context);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        return Task.CompletedTask;
    }

    // Who keeps the accounts sets a second factor before anything else (FIELD: nobody gets in).
    private static Task NeedSecondFactorAsync(HttpContext context, RequestDelegate next)
    {
        if (StaffClaims.MemberOf(context.User) is not { Role: StaffRoles.Administrator } || context.User.HasClaim(claim => claim.Type == StaffClaims.SecondFactor)) return next(context);
        if (!context.RequestServices.GetRequiredService<IOptions<StaffOptions>>().Value.SecondFactor || context.GetEndpoint()?.Metadata.GetMetadata<WithoutSecondFactorAttribute>() is not null) return next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null) return next(context);
        context.Response.Redirect("/console/account/second-factor");
        return Task.CompletedTask;
    }
}
