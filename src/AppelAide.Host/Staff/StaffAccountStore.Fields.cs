using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace AppelAide.Host.Staff;

/// <summary>The fields of an account, one by one, as Identity's interfaces want them.</summary>
internal sealed partial class StaffAccountStore
{
    private const string DropCodes = "DELETE FROM staff_recovery_code WHERE account_id = @Id";
    private const string AddCode = "INSERT INTO staff_recovery_code (account_id, code_hash) VALUES (@Id, @Hash)";
    private const string UseCode = "DELETE FROM staff_recovery_code WHERE account_id = @Id AND code_hash = @Hash";
    private const string CountCodes = "SELECT COUNT(*) FROM staff_recovery_code WHERE account_id = @Id";

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => Set(() => user.Email = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.EmailKey = normalizedName ?? "");

    public Task<string?> GetEmailAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(StaffAccount user, string? email, CancellationToken cancellationToken) => Set(() => user.Email = email ?? "");

    // Whoever used the one-time link has it from an administrator, who answers for the address.
    public Task<bool> GetEmailConfirmedAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(StaffAccount user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedEmailAsync(StaffAccount user, string? normalizedEmail, CancellationToken cancellationToken) => Set(() => user.EmailKey = normalizedEmail ?? "");

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetTwoFactorEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactor = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = secrets.Encrypt(key));

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } kept ? secrets.Decrypt(kept) : null);

    public Task ReplaceCodesAsync(StaffAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var hashes = recoveryCodes.Select(code => HashOf(code)).ToList();
        return database.WriteAsync(
            scope =>
            {
                scope.Execute(DropCodes, new { user.Id });
                foreach (var hash in hashes) scope.Execute(AddCode, new { user.Id, Hash = hash });
            },
            cancellationToken);
    }

    public async Task<bool> RedeemCodeAsync(StaffAccount user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(code);
        return await database.WriteAsync(scope => scope.Execute(UseCode, new { user.Id, Hash = hash }), cancellationToken) == 1;
    }

    public Task<int> CountCodesAsync(StaffAccount user, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalar<int>(CountCodes, new { user.Id }), cancellationToken);

    // The codes are random, so a plain hash cannot be guessed back; dashes and capitals are as they are typed.
    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
