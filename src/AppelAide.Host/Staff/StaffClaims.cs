using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Staff;

/// <summary>What a cookie says of an account: number, name, role, language, and whether the second factor is set.</summary>
internal sealed class StaffClaims(UserManager<StaffAccount> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<StaffAccount>(accounts, options)
{
    /// <summary>The language that somebody reads.</summary>
    public const string Language = "language";

    /// <summary>Present when the account asks for a second factor.</summary>
    public const string SecondFactor = "second-factor";

    private const string Name = "staff-name";

    /// <summary>Who is signed in; null when nobody is.</summary>
    public static StaffMember? MemberOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && user.Identity is { IsAuthenticated: true }
            ? new StaffMember(id, user.FindFirstValue(Name) ?? "", user.FindFirstValue(ClaimTypes.Role) ?? "")
            : null;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Name, user.Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role));
        identity.AddClaim(new Claim(Language, user.Language));
        if (user.TwoFactor) identity.AddClaim(new Claim(SecondFactor, "yes"));
        return identity;
    }
}
