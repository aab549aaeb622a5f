using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Staff;

/// <summary>Links that set a password, each once. Of its secret the hash alone is kept.</summary>
internal sealed class StaffLinkStore(Database database, TimeProvider time)
{
    private const string Insert = "INSERT INTO staff_link (secret_hash, account_id, expires_at) VALUES (@Hash, @AccountId, @ExpiresAt)";
    private const string Find = "SELECT secret_hash, account_id, expires_at FROM staff_link WHERE secret_hash = @Hash AND used_at IS NULL AND expires_at > @Now";
    private const string Use = "UPDATE staff_link SET used_at = @Now WHERE secret_hash = @Hash AND used_at IS NULL AND expires_at > @Now";
    private const string Drop = "DELETE FROM staff_link WHERE (account_id = @AccountId OR (account_id IS NULL AND @AccountId IS NULL)) AND used_at IS NULL";

    private const string First = "SELECT COUNT(*) FROM staff_link WHERE account_id IS NULL";

    /// <summary>How long a link waits to be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    /// <summary>A new link; an earlier one of the same account opens nothing more.</summary>
    /// <param name="accountId">Whose password it sets; null: it makes the first account.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The secret, to be told once.</returns>
    public async Task<string> CreateAsync(long? accountId, CancellationToken ct)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = time.GetUtcNow() + Lasts;
        await database.WriteAsync(
            scope =>
            {
                scope.Execute(Drop, new { AccountId = accountId });
                scope.Execute(Insert, new { Hash = HashOf(secret), AccountId = accountId, ExpiresAt = expires });
            },
            ct);
        return secret;
    }

    /// <summary>Whether the link that makes the first account was told before.</summary>
    public Task<bool> AnyFirstAsync(CancellationToken ct) => database.ReadAsync(connection => connection.ExecuteScalar<long>(First) > 0, ct);

    /// <summary>Whose link it is, while it opens something.</summary>
    public Task<StaffLink?> FindAsync(string secret, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(connection => connection.QueryFirstOrDefault<StaffLink>(Find, new { Hash = HashOf(secret), Now = now }), ct);
    }

    /// <summary>Uses it up.</summary>
    /// <returns>False when somebody did before.</returns>
    public async Task<bool> UseAsync(string secret, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(scope => scope.Execute(Use, new { Hash = HashOf(secret), Now = now }), ct) == 1;
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
