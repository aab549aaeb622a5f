using System.Globalization;
using System.Net.Mail;
using AppelAide.Host.Directory;
using Microsoft.AspNetCore.Identity;

namespace AppelAide.Host.Staff;

/// <summary>Adds accounts and changes them, for the console and the command line alike.</summary>
internal sealed class StaffRegister(IServiceScopeFactory scopes, StaffAccountStore store, StaffLinkStore links, AuditLog audit)
{
    private const int LongestName = 100;
    private const int LongestAddress = 254;

    /// <summary>An account, and the secret of its one-time link; or what is wrong.</summary>
    public async Task<(string Secret, Bilingual? Mistake)> AddAsync(StaffMember by, string name, string email, string role, string language, CancellationToken ct)
    {
        if (name.Length is 0 or > LongestName) return ("", new("Écrivez un nom.", "Type a name."));
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Length > LongestAddress)
            return ("", new($"« {email} » n'est pas une adresse courriel.", $"\"{email}\" is not an e-mail address."));
        if (!StaffRoles.All.Contains(role)) return ("", new("Choisissez un rôle.", "Choose a role."));
        await using var scope = scopes.CreateAsyncScope();
        var account = new StaffAccount { Email = email, Name = name, Role = role, Language = language };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().CreateAsync(account);
        if (!result.Succeeded) return ("", new("Un compte a déjà cette adresse.", "An account has this address already."));
        await audit.WriteAsync(by, "staff.add", $"account {account.Id} ({role})", ct);
        return (await links.CreateAsync(account.Id, ct), null);
    }

    /// <summary>A new one-time link for an account; null when there is no such account. Its sessions end when the link is used.</summary>
    public async Task<string?> RenewAsync(StaffMember by, long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { Disabled: false } account) return null;
        await audit.WriteAsync(by, "staff.link", $"account {id}", ct);
        return await links.CreateAsync(account.Id, ct);
    }

    /// <summary>Changes an account and signs it out everywhere.</summary>
    /// <returns>Null when there is no such account; an empty text when it is done; else what is wrong.</returns>
    public async Task<Bilingual?> ChangeAsync(StaffMember by, long id, Action<StaffAccount> change, string action, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } account) return null;
        change(account);
        if (!StaffRoles.All.Contains(account.Role)) return new("Choisissez un rôle.", "Choose a role.");
        if ((account.Disabled || account.Role != StaffRoles.Administrator) && !await store.AnotherAdministratorAsync(id, ct))
            return new("C'est le dernier compte d'administration : ajoutez-en un autre d'abord.", "This is the last administrator's account: add another one first.");
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().UpdateSecurityStampAsync(account);
        if (!result.Succeeded) return new("Quelqu'un d'autre vient de changer ce compte. Regardez-le de nouveau.", "Somebody else has just changed this account. Look at it again.");
        await audit.WriteAsync(by, action, $"account {id} ({account.Role})", ct);
        return new("", "");
    }

    /// <summary>Takes the second factor off an account, for who lost telephone and paper, and signs it out everywhere.</summary>
    /// <returns>As <see cref="ChangeAsync"/>.</returns>
    public async Task<Bilingual?> ResetSecondFactorAsync(StaffMember by, long id, CancellationToken ct)
    {
        var result = await ChangeAsync(by, id, account => (account.TwoFactor, account.AuthenticatorKey) = (false, null), "staff.reset-second-factor", ct);
        if (result is { Fr.Length: 0 }) await store.ReplaceCodesAsync(new StaffAccount { Id = id }, [], ct);
        return result;
    }

    /// <summary>Where a link is opened.</summary>
    public static string AddressOf(string secret, string baseAddress) => $"{baseAddress.TrimEnd('/')}/console/welcome/{secret}";

    /// <summary>The account of an address, or null.</summary>
    public async Task<StaffAccount?> FindAsync(string email, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await store.FindByEmailAsync(scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().NormalizeEmail(email), ct);
    }

    private Task<StaffAccount?> FindAsync(long id, CancellationToken ct) => store.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture), ct);
}
