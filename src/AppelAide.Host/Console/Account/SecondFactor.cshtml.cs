using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Account;

/// <summary>Sets the second factor: codes of a telephone (TOTP, RFC 6238), and codes on paper for the day it is lost.</summary>
[Authorize(Policy = Policies.Own)]
[WithoutSecondFactor]
internal sealed class SecondFactorModel(UserManager<StaffAccount> accounts, StaffSignIn signIn, AuditLog audit) : ConsolePageModel
{
    private const int RecoveryCodes = 10;

    /// <summary>The recovery codes, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>The secret as it is typed, in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The secret as it is photographed.</summary>
    public QrSquare Square { get; private set; } = QrSquare.Empty;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();
        // A new telephone gets a new secret; the old one counts until the new one was proved.
        // Who looks away and comes back finds the square that their telephone has.
        var secret = Pending(account) ?? (account.TwoFactor ? accounts.GenerateNewAuthenticatorKey() : await KeyAsync(account));
        TempData["secret"] = $"{account.Id}:{secret}";
        Show(account, secret);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        if (await accounts.GetUserAsync(User) is not { } account || Pending(account) is not { } secret) return RedirectToPage();
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var previous = account.AuthenticatorKey;
        await ((IUserAuthenticatorKeyStore<StaffAccount>)HttpContext.RequestServices.GetRequiredService<StaffAccountStore>()).SetAuthenticatorKeyAsync(account, secret, ct);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            account.AuthenticatorKey = previous;
            Mistake = T("Ce code n'est pas le bon. Vérifiez l'heure de votre téléphone, et écrivez le code affiché maintenant.", "This code is not right. Check your telephone's clock, and type the code shown now.");
            Show(account, secret);
            return Page();
        }

        account.TwoFactor = true;
        await accounts.UpdateSecurityStampAsync(account);
        Codes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
        TempData.Remove("secret");
        await audit.WriteAsync(Staff, "staff.second-factor", $"account {account.Id}", ct);
        await signIn.RefreshSignInAsync(account);
        return Page();
    }

    // Of this account alone: another may sign in with the same browser.
    private string? Pending(StaffAccount account) => TempData.Peek("secret") is string kept && kept.StartsWith($"{account.Id}:", StringComparison.Ordinal) ? kept[(kept.IndexOf(':') + 1)..] : null;

    private async Task<string> KeyAsync(StaffAccount account) => await accounts.GetAuthenticatorKeyAsync(account) ?? accounts.GenerateNewAuthenticatorKey();

    private void Show(StaffAccount account, string secret)
    {
        Key = string.Join(' ', secret.Chunk(4).Select(part => new string(part)));
        Square = QrSquare.Of($"otpauth://totp/AppelAide:{Uri.EscapeDataString(account.Email)}?secret={secret}&issuer=AppelAide&digits=6");
    }
}
