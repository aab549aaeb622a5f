using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Account;

/// <summary>One's own account.</summary>
[Authorize(Policy = Policies.Own)]
[WithoutSecondFactor]
internal sealed class IndexModel(UserManager<StaffAccount> accounts, StaffSignIn signIn, PasswordGate gate, AuditLog audit) : ConsolePageModel
{
    /// <summary>Whose page it is.</summary>
    public StaffAccount Account { get; private set; } = new();

    /// <summary>What is wrong, a sentence each.</summary>
    public List<string> Mistakes { get; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? password, string? again, CancellationToken ct)
    {
        if (!await ReadAsync()) return NotFound();
        if (password != again)
        {
            Mistakes.Add(T("Les deux nouveaux mots de passe ne sont pas les mêmes.", "The two new passwords are not the same."));
            return Page();
        }

        foreach (var validator in accounts.PasswordValidators)
        {
            if ((await validator.ValidateAsync(accounts, Account, password)).Succeeded) continue;
            Mistakes.Add(T("Le nouveau mot de passe doit avoir au moins 12 caractères, dont 5 différents.", "The new password must have at least 12 characters, 5 of them different."));
            return Page();
        }

        // Whoever found an open browser may not try passwords for ever.
        if (await signIn.CheckPasswordAsync(Account.Email, old) is null)
        {
            Mistakes.Add(T("Le mot de passe actuel n'est pas le bon. Après cinq essais, il faut attendre 15 minutes.", "The current password is not right. After five tries, one waits 15 minutes."));
            return Page();
        }

        Account.PasswordHash = await gate.HashAsync(password!, ct);
        if (!(await accounts.UpdateSecurityStampAsync(Account)).Succeeded) return RedirectToPage();
        await audit.WriteAsync(Staff, "staff.password", $"account {Account.Id}", ct);
        await signIn.RefreshSignInAsync(Account);
        Done("Le mot de passe est changé; vos autres sessions sont fermées.", "The password is changed; your other sessions are ended.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        if (!await ReadAsync()) return NotFound();
        await accounts.UpdateSecurityStampAsync(Account);
        await audit.WriteAsync(Staff, "staff.sign-out-everywhere", $"account {Account.Id}", ct);
        await signIn.SignOutAsync();
        return RedirectToPage("/Entry/SignIn");
    }

    private async Task<bool> ReadAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return false;
        Account = account;
        return true;
    }
}
