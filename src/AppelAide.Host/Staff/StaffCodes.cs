using Microsoft.AspNetCore.Identity;

namespace AppelAide.Host.Staff;

/// <summary>Codes of an account's telephone, each taken once: neither the same nor an earlier one opens again.</summary>
internal sealed class StaffCodes(StaffAccountStore store, TimeProvider time) : AuthenticatorTokenProvider<StaffAccount>
{
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffAccount> manager, StaffAccount user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } secret) return false;
        foreach (var step in OneTimeCode.StepsOf(secret, token, time.GetUtcNow()))
        {
            if (await store.TakeStepAsync(user.Id, step, CancellationToken.None)) return true;
        }

        return false;
    }
}
