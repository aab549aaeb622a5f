using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Account;

/// <summary>Sets the second factor: codes of a telephone (TOTP, RFC 6238), and codes on paper for the day it is lost.</summary>
[Authorize(Policy = Policies.Own)]
[WithoutSecondFactor]
internal sealed class SecondFactorModel(UserManager<StaffAccount> accounts, StaffSignIn signIn, StaffAccountStore store, TimeProvider time, AuditLog audit) : ConsolePageModel
{
    private const int RecoveryCodes = 10;

    /// <summary>The recovery codes, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>Whether there is one already, which proves who asks for another.</summary>
    public bool IsSet { get; private set; }

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

    public async Task<IActionResult> OnPostAsync(string? code, string? password, string? present, CancellationToken ct)
    {
        if (await accounts.GetUserAsync(User) is not { } account || Pending(account) is not { } secret) return RedirectToPage();
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var steps = OneTimeCode.StepsOf(secret, typed, time.GetUtcNow()).ToList();
        if (steps.Count == 0) Mistake = T("Ce code n'est pas le bon. Vérifiez l'heure de votre téléphone, et écrivez le code affiché maintenant.", "This code is not right. Check your telephone's clock, and type the code shown now.");
        // Whoever found an open browser must not make it theirs.
        else if (await signIn.CheckPasswordAsync(account.Email, password) is null) Mistake = T("Le mot de passe n'est pas le bon. Après cinq essais, il faut attendre 15 minutes.", "The password is not right. After five tries, one waits 15 minutes.");
        else if (account.TwoFactor && !await signIn.CheckCodeAsync(account, present))
            Mistake = T("Le code du second facteur d'avant n'est pas le bon, ou il a déjà servi. Après cinq essais, il faut attendre 15 minutes.", "The code of the second factor of before is not right, or was used already. After five tries, one waits 15 minutes.");
        if (Mistake.Length > 0)
        {
            Show(account, secret);
            return Page();
        }

        await store.SetAuthenticatorKeyAsync(account, secret, ct);
        // The code that proved it opens nothing more.
        await store.TakeStepAsync(account.Id, steps[^1], ct);
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
        IsSet = account.TwoFactor;
        Key = string.Join(' ', secret.Chunk(4).Select(part => new string(part)));
        Square = QrSquare.Of($"otpauth://totp/AppelAide:{Uri.EscapeDataString(account.Email)}?secret={secret}&issuer=AppelAide&digits=6");
    }
}
