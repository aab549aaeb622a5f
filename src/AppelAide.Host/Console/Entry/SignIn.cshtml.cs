using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Entry;

/// <summary>The sign-in: a password, then a code for those who have a second factor.</summary>
[AllowAnonymous]
// After the limit of all pages, which it replaces: what was typed elsewhere comes through here.
[RequestSizeLimit(KeptForm.LongestSealed, Order = 950)]
internal sealed class SignInModel(StaffSignIn signIn, AuditLog audit) : ConsolePageModel
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Mistake { get; private set; } = "";

    /// <summary>Whether the password was right and the code is asked for.</summary>
    public bool AsksCode { get; private set; }

    /// <summary>The address that was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What was typed when a session ended, sealed.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>Whether something was sent when a session had ended, and could not be kept.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Where they wanted to go.</summary>
    public string To { get; private set; } = "";

    /// <summary>What was typed, given back.</summary>
    public KeptForm? Returned { get; private set; }

    public void OnGet(string? to)
    {
        To = to ?? "";
        Kept = HttpContext.Items[ProblemPages.Kept] as string ?? "";
        IsLost = Kept.Length == 0 && HttpContext.Items.ContainsKey(ProblemPages.Kept);
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? password, string? kept, string? to)
    {
        (Email, Kept, To) = (email ?? "", kept ?? "", to ?? "");
        if (await signIn.CheckPasswordAsync(Email, password) is { } account)
        {
            if (await signIn.EnterAsync(account)) return await EnteredAsync(account);
            AsksCode = true;
            return Page();
        }

        Mistake = T("L'adresse ou le mot de passe n'est pas le bon. Après cinq essais, un compte attend 15 minutes.", "The address or the password is not right. After five tries, an account waits 15 minutes.");
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(string? code, string? kept, string? to)
    {
        (Kept, To) = (kept ?? "", to ?? "");
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToPage("/Entry/SignIn");
        if (await signIn.CheckCodeAsync(account, code))
        {
            await signIn.EnterWithCodeAsync(account);
            return await EnteredAsync(account);
        }

        AsksCode = true;
        Mistake = T(
            "Ce code n'est pas le bon, ou il a déjà servi. Il change toutes les 30 secondes : écrivez celui qui est affiché maintenant. Après cinq essais, un compte attend 15 minutes.",
            "This code is not right, or was used already. It changes every 30 seconds: type the one that is shown now. After five tries, an account waits 15 minutes.");
        return Page();
    }

    private async Task<IActionResult> EnteredAsync(StaffAccount account)
    {
        await audit.WriteAsync(new StaffMember(account.Id, account.Name, account.Role), "staff.sign-in", $"account {account.Id}", HttpContext.RequestAborted);
        if (KeptForm.Open(HttpContext.RequestServices, Kept) is { } form && form.AccountId == account.Id)
        {
            // The form that comes back is theirs: its token is made for who they are now.
            HttpContext.User = await signIn.CreateUserPrincipalAsync(account);
            Returned = form;
            return Page();
        }

        if (Kept.Length > 0) Done("Ce qui avait été écrit n'est pas rendu : c'était d'un autre compte, ou il y a trop longtemps.", "What had been typed is not given back: another account typed it, or too long ago.");
        return LocalRedirect(ConsoleAddress.OfOurs(To));
    }
}
