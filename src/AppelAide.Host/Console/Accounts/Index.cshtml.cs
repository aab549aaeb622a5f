using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Console.Accounts;

/// <summary>The accounts: who is added, what they may, who comes no more.</summary>
[Authorize(Policy = Policies.Administer)]
internal sealed class IndexModel(StaffAccountStore store, StaffRegister register, IOptions<LineOptions> line) : ConsolePageModel
{
    /// <summary>Everybody.</summary>
    public IReadOnlyList<StaffAccount> Accounts { get; private set; } = [];

    /// <summary>What is wrong, a sentence each.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>A link that was just made.</summary>
    public string Link { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What was chosen.</summary>
    public string Role { get; private set; } = StaffRoles.Staff;

    public async Task OnGetAsync(CancellationToken ct) => Accounts = await store.ListAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(string? name, string? email, string? role, CancellationToken ct)
    {
        (Name, Email, Role) = ((name ?? "").Trim(), (email ?? "").Trim(), role ?? "");
        var (secret, mistake) = await register.AddAsync(Staff, Name, Email, Role, Language, ct);
        if (mistake is { } what) Mistakes.Add(T(what.Fr, what.En));
        else (Link, Name, Email) = (StaffRegister.AddressOf(secret, Base()), "", "");
        Accounts = await store.ListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(long id, CancellationToken ct)
    {
        if (await register.RenewAsync(Staff, id, ct) is not { } secret) return NotFound();
        Link = StaffRegister.AddressOf(secret, Base());
        Accounts = await store.ListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(long id, string? role, CancellationToken ct)
    {
        // The role that they have signs nobody out.
        if ((await store.ListAsync(ct)).Any(account => account.Id == id && account.Role == role)) return RedirectToPage();
        return await ChangeAsync(id, account => account.Role = role ?? "", "staff.role", ct);
    }

    public Task<IActionResult> OnPostCloseAsync(long id, CancellationToken ct) => ChangeAsync(id, account => account.Disabled = true, "staff.close", ct);

    public Task<IActionResult> OnPostOpenAsync(long id, CancellationToken ct) => ChangeAsync(id, account => account.Disabled = false, "staff.open", ct);

    private async Task<IActionResult> ChangeAsync(long id, Action<StaffAccount> change, string action, CancellationToken ct)
    {
        switch (await register.ChangeAsync(Staff, id, change, action, ct))
        {
            case null:
                return NotFound();
            case { } mistake when mistake.Fr.Length > 0:
                Mistakes.Add(T(mistake.Fr, mistake.En));
                Accounts = await store.ListAsync(ct);
                return Page();
            default:
                Done("C'est fait.", "Done.");
                return RedirectToPage();
        }
    }

    private string Base() => line.Value.PublicBaseUrl.Length > 0 ? line.Value.PublicBaseUrl : $"{Request.Scheme}://{Request.Host}";
}
