using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Staff;

/// <summary>Signing in; a disabled account does not.</summary>
internal sealed class StaffSignIn(
    UserManager<StaffAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffAccount>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffAccount> confirmation) : SignInManager<StaffAccount>(accounts, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffAccount user) => !user.Disabled && await base.CanSignInAsync(user);

    /// <summary>A cookie is worth something while its account is not disabled and its stamp is the one of now.</summary>
    public override async Task<bool> ValidateSecurityStampAsync(StaffAccount? user, string? securityStamp) =>
        user is { Disabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
