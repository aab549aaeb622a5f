using System.Security.Cryptography;
using System.Text.Json;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.DataProtection;

namespace AppelAide.Host.Console.Trial;

/// <summary>Seals a trial for its way through the address and the forms, and opens it again for whoever began it.</summary>
internal sealed class TrialSeal(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("AppelAide.Trial").ToTimeLimitedDataProtector();

    /// <summary>The sealed trial.</summary>
    public string Seal(TrialSession session) => protector.Protect(JsonSerializer.Serialize(session), Lasts);

    /// <summary>The trial; null when it was not sealed here, is somebody else's, or is over since long.</summary>
    public TrialSession? Open(string? sealedTrial, StaffMember staff)
    {
        if (string.IsNullOrEmpty(sealedTrial)) return null;
        try
        {
            return JsonSerializer.Deserialize<TrialSession>(protector.Unprotect(sealedTrial)) is { } session && session.Staff == staff.Id ? session : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
