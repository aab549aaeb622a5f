using AppelAide.Host.Privacy;

namespace AppelAide.Host.Staff;

/// <summary>Secrets that are kept in the database, encrypted with the key that telephone numbers are kept with: a copy of the database alone opens nothing.</summary>
internal sealed class StaffSecrets(PhoneVault vault)
{
    /// <summary>The secret as it is kept: base64.</summary>
    public string Encrypt(string secret) => Convert.ToBase64String(vault.Encrypt(secret));

    /// <summary>The secret.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was kept with another key, or altered.</exception>
    public string Decrypt(string kept) => vault.Decrypt(Convert.FromBase64String(kept));
}
