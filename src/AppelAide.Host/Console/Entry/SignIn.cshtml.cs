using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Entry;

/// <summary>The sign-in: a password, then a code for those who have a second factor.</summary>
[AllowAnonymous]
internal sealed class SignInModel(StaffSignIn signIn, UserManager<StaffAccount> accounts, GuessBrake brake, AuditLog audit) : ConsolePageModel
{
    // As long to check as a real one: who has an account is not told by the clock either.
    private static readonly string NobodysHash = new PasswordHasher<StaffAccount>().HashPassword(new StaffAccount(), Guid.NewGuid().ToString());

    /// <summary>What is wrong, in a sentence.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>Whether the password was right and the code is asked for.</summary>
    public bool AsksCode { get; private set; }

    /// <summary>The address that was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What was typed when a session ended, sealed.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>Where they wanted to go.</summary>
    public string To { get; private set; } = "";

    /// <summary>What was typed, given back.</summary>
    public KeptForm? Returned { get; private set; }

    public void OnGet(string? to)
    {
        To = to ?? "";
        Kept = HttpContext.Items[ProblemPages.Kept] as string ?? "";
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? password, string? kept, string? to)
    {
        (Email, Kept, To) = (email ?? "", kept ?? "", to ?? "");
        var account = await accounts.FindByEmailAsync(Email);
        if (account is null) accounts.PasswordHasher.VerifyHashedPassword(new StaffAccount(), NobodysHash, password ?? "");
        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.PasswordSignInAsync(account, password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return await EnteredAsync(account!);
        if (result.RequiresTwoFactor)
        {
            AsksCode = true;
            return Page();
        }

        await brake.WaitAsync(HttpContext);
        // A locked account is told to its owner alone: whoever knows the password.
        var isOwner = result.IsLockedOut && await accounts.CheckPasswordAsync(account!, password ?? "");
        Mistake = isOwner
            ? T("Trop d'essais : ce compte attend 15 minutes.", "Too many tries: this account waits 15 minutes.")
            : T("L'adresse ou le mot de passe n'est pas le bon. Après cinq essais, un compte attend 15 minutes.", "The address or the password is not right. After five tries, an account waits 15 minutes.");
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(string? code, string? kept, string? to)
    {
        (Kept, To) = (kept ?? "", to ?? "");
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToPage("/Entry/SignIn");
        var typed = string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit));
        var result = typed.Length == 6 && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded) return await EnteredAsync(account);
        await brake.WaitAsync(HttpContext);
        AsksCode = !result.IsLockedOut;
        Mistake = result.IsLockedOut
            ? T("Trop d'essais : ce compte attend 15 minutes.", "Too many tries: this account waits 15 minutes.")
            : T("Ce code n'est pas le bon. Il change toutes les 30 secondes : écrivez celui qui est affiché maintenant.", "This code is not right. It changes every 30 seconds: type the one that is shown now.");
        return Page();
    }

    private async Task<IActionResult> EnteredAsync(StaffAccount account)
    {
        await audit.WriteAsync(new StaffMember(account.Id, account.Name, account.Role), "staff.sign-in", $"account {account.Id}", HttpContext.RequestAborted);
        if (KeptForm.Open(HttpContext.RequestServices, Kept) is { } form)
        {
            // The form that comes back is theirs: its token is made for who they are now.
            HttpContext.User = await signIn.CreateUserPrincipalAsync(account);
            Returned = form;
            return Page();
        }

        return Url.IsLocalUrl(To) && To.StartsWith("/console", StringComparison.Ordinal) ? LocalRedirect(To) : Redirect("/console");
    }
}
