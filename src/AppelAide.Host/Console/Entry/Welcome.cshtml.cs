using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Entry;

/// <summary>Where a one-time link leads: a password is chosen. A link that opens nothing is like an address that never was.</summary>
[AllowAnonymous]
internal sealed class WelcomeModel(StaffLinkStore links, UserManager<StaffAccount> accounts, StaffSignIn signIn, StaffAccountStore store, PasswordGate gate, StaffGuesses guesses, AuditLog audit) : ConsolePageModel
{
    /// <summary>What is wrong, a sentence each.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Whether the link makes the first account.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Whose link it is, or what was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct) => await ReadAsync(secret, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string secret, string? name, string? email, string? password, string? again, CancellationToken ct)
    {
        if (await ReadAsync(secret, ct) is not { } account) return NotFound();
        if (IsFirst)
        {
            (Name, Email) = ((name ?? "").Trim(), (email ?? "").Trim());
            account.Name = Name;
            account.Email = Email;
            account.Role = StaffRoles.Administrator;
            account.Language = Language;
            if (Name.Length is 0 or > 100) Mistakes.Add(T("Écrivez votre nom.", "Type your name."));
            if (!System.Net.Mail.MailAddress.TryCreate(Email, out _) || Email.Length > 254) Mistakes.Add(T("Cette adresse courriel n'en est pas une.", "This is not an e-mail address."));
        }

        if (password != again) Mistakes.Add(T("Les deux mots de passe ne sont pas les mêmes.", "The two passwords are not the same."));
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, password)).Succeeded) Mistakes.Add(T("Le mot de passe doit avoir au moins 12 caractères, dont 5 différents.", "The password must have at least 12 characters, 5 of them different."));
        }

        if (Mistakes.Count > 0) return Page();
        var hash = await gate.HashAsync(password!, ct);
        if (!await links.UseAsync(secret, ct)) return NotFound();
        account.PasswordHash = hash;
        var result = IsFirst ? await accounts.CreateAsync(account) : await accounts.UpdateSecurityStampAsync(account);
        if (!result.Succeeded) return NotFound();
        await guesses.ForgiveAsync(StaffGuesses.OfAddress(account.EmailKey), ct);
        await audit.WriteAsync(new StaffMember(account.Id, account.Name, account.Role), "staff.password", $"account {account.Id}", ct);
        if (account.TwoFactor) return RedirectToPage("/Entry/SignIn");
        await signIn.SignInAsync(account, isPersistent: false);
        Done("Votre mot de passe est choisi.", "Your password is set.");
        return Redirect(account.Role == StaffRoles.Administrator ? "/console/account/second-factor" : "/console");
    }

    private async Task<StaffAccount?> ReadAsync(string secret, CancellationToken ct)
    {
        if (await links.FindAsync(secret, ct) is not { } link) return null;
        IsFirst = link.AccountId is null;
        // Somebody made the first account meanwhile: this link makes no second one.
        if (IsFirst) return await store.AnyAsync(ct) ? null : new StaffAccount();
        var account = await accounts.FindByIdAsync(link.AccountId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Email = account?.Email ?? "";
        return account is { Disabled: false } ? account : null;
    }
}
