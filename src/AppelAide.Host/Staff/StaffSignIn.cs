using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Staff;

/// <summary>
/// Signing in; a disabled account does not. Each try is slowed (<see cref="GuessBrake"/>), then counted (<see cref="StaffGuesses"/>), then looked at, and a
/// password always costs one hash (<see cref="PasswordGate"/>): wrong, unknown, closed and shut out look and last the same.
/// </summary>
internal sealed class StaffSignIn(
    UserManager<StaffAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffAccount>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffAccount> confirmation,
    GuessBrake brake,
    StaffGuesses guesses,
    PasswordGate gate,
    KnownBrowser browsers) : SignInManager<StaffAccount>(accounts, context, claims, options, log, schemes, confirmation)
{
    private const int CodeLength = 6;

    /// <summary>Whose password it is; null when it is not right, or not looked at.</summary>
    /// <exception cref="TooBusyException">Too many wait.</exception>
    public async Task<StaffAccount?> CheckPasswordAsync(string email, string? password)
    {
        await brake.WaitAsync(Context);
        gate.NeedRoom();
        var ct = Context.RequestAborted;
        var account = await UserManager.FindByEmailAsync(email);
        var subject = account is not null && browsers.Of(Context, account.Id) is { } browser ? StaffGuesses.OfBrowser(browser) : StaffGuesses.OfAddress(UserManager.NormalizeEmail(email) ?? "");
        var isLooked = await guesses.TakeAsync(subject, ct);
        var hash = isLooked && account is { Disabled: false } ? account.PasswordHash : null;
        if (!await gate.VerifyAsync(hash, password ?? "", ct)) return null;
        await guesses.ForgiveAsync(subject, ct);
        brake.Forgive(Context);
        return account;
    }

    /// <summary>Whether a code is one that an account's telephone shows now, or one on paper; it opens nothing more afterwards.</summary>
    public async Task<bool> CheckCodeAsync(StaffAccount account, string? code)
    {
        await brake.WaitAsync(Context);
        var ct = Context.RequestAborted;
        var subject = StaffGuesses.OfCodes(account.Id, browsers.Of(Context, account.Id));
        if (!await guesses.TakeAsync(subject, ct) || account.Disabled) return false;
        var typed = string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit));
        var isRight = typed.Length == CodeLength && typed.All(char.IsAsciiDigit)
            ? await UserManager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed)
            : (await UserManager.RedeemTwoFactorRecoveryCodeAsync(account, typed)).Succeeded;
        if (!isRight) return false;
        await guesses.ForgiveAsync(subject, ct);
        brake.Forgive(Context);
        return true;
    }

    /// <summary>After the password: signs in, or remembers who the code is asked of.</summary>
    /// <returns>False: the code is asked for.</returns>
    public async Task<bool> EnterAsync(StaffAccount account)
    {
        var entered = (await SignInOrTwoFactorAsync(account, isPersistent: false)).Succeeded;
        if (entered) browsers.Remember(Context, account.Id);
        return entered;
    }

    /// <summary>After the code: signs in.</summary>
    public async Task EnterWithCodeAsync(StaffAccount account)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInWithClaimsAsync(account, isPersistent: false, [new Claim("amr", "mfa")]);
        browsers.Remember(Context, account.Id);
    }

    public override async Task<bool> CanSignInAsync(StaffAccount user) => !user.Disabled && await base.CanSignInAsync(user);

    /// <summary>A cookie is worth something while its account is not disabled and its stamp is the one of now.</summary>
    public override async Task<bool> ValidateSecurityStampAsync(StaffAccount? user, string? securityStamp) =>
        user is { Disabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
