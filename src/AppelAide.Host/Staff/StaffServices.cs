using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Staff;

/// <summary>What Program adds for the accounts of the console.</summary>
internal static class StaffServices
{
    private const int PasswordLength = 12;

    /// <summary>Accounts, signing in, the audit log; binds and checks the <c>Staff</c> section. Whatever endpoint says nothing of who may is for signed-in staff alone.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<StaffOptions>().Bind(configuration.GetSection(StaffOptions.Section))
            .Validate(options => options.SessionMinutes is >= 5 and <= 720, "Staff:SessionMinutes must be from 5 to 720.").ValidateOnStart();
        services.AddSingleton<StaffSecrets>().AddSingleton<StaffLinkStore>().AddSingleton<AuditLog>().AddSingleton<AuditReader>().AddSingleton<FormReceipts>().AddSingleton<DataProtectionKeyStore>()
            .AddSingleton<StaffAccountStore>().AddSingleton<StaffRegister>()
            .AddSingleton<GuessBrake>().AddSingleton<StaffGuesses>().AddSingleton<PasswordGate>().AddSingleton<KnownBrowser>();
        services.AddHttpContextAccessor();
        services.AddIdentityCore<StaffAccount>(options =>
            {
                // Length is what counts (NIST SP 800-63B): no classes of characters to remember.
                options.Password = new PasswordOptions { RequiredLength = PasswordLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddSignInManager<StaffSignIn>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddTokenProvider<StaffCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffAccountStore>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<StaffOptions>>((cookie, staff) =>
        {
            Harden(cookie.Cookie, environment, "appelaide");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(staff.Value.SessionMinutes);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/console/sign-in";
            cookie.AccessDeniedPath = "/console/refused";
            cookie.ReturnUrlParameter = "to";
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie => Harden(cookie.Cookie, environment, "appelaide-2"));
        // Signed out everywhere means now, not in half an hour: the stamp is read at each page.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        services.AddDataProtection().SetApplicationName("AppelAide");
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeyStore>((options, store) => options.XmlRepository = store);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Listen, policy => Least(policy, StaffRoles.Listener))
            .AddPolicy(Policies.Act, policy => Least(policy, StaffRoles.Staff))
            .AddPolicy(Policies.Coordinate, policy => Least(policy, StaffRoles.Coordinator))
            .AddPolicy(Policies.Administer, policy => Least(policy, StaffRoles.Administrator))
            .AddPolicy(Policies.Own, policy => policy.RequireAuthenticatedUser())
            // Fail closed: an endpoint that says nothing is for signed-in staff. What is no endpoint (404, 405) needs nobody.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder()
                .RequireAssertion(context => context.User.Identity is { IsAuthenticated: true } || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)).Build());
        return services;
    }

    private static void Least(AuthorizationPolicyBuilder policy, string role) =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => StaffRoles.Includes(context.User.FindFirstValue(ClaimTypes.Role) ?? "", role));

    private static void Harden(CookieBuilder cookie, IHostEnvironment environment, string name)
    {
        // On this machine the console is tried without TLS.
        cookie.Name = environment.IsDevelopment() ? name : "__Host-" + name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Path = "/";
    }
}
