using AppelAide.Host.Persistence;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace AppelAide.Host.Staff;

/// <summary>The accounts, as ASP.NET Core Identity asks for them.</summary>
internal sealed partial class StaffAccountStore(Database database, SequenceStore sequences, StaffSecrets secrets, TimeProvider time) :
    IUserPasswordStore<StaffAccount>, IUserEmailStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>,
    IUserTwoFactorStore<StaffAccount>, IUserAuthenticatorKeyStore<StaffAccount>, IUserTwoFactorRecoveryCodeStore<StaffAccount>
{
    private const string Columns = """
        id, email, email_key, name, role, language, password_hash, security_stamp, concurrency_stamp, two_factor, authenticator_key,
        disabled, created_at, updated_at
        """;

    private const string Insert = $"""
        INSERT INTO staff_account ({Columns})
        VALUES (@Id, @Email, @EmailKey, @Name, @Role, @Language, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @TwoFactor, @AuthenticatorKey,
          @Disabled, @CreatedAt, @UpdatedAt)
        """;

    private const string Update = """
        UPDATE staff_account SET email = @Email, email_key = @EmailKey, name = @Name, role = @Role, language = @Language, password_hash = @PasswordHash,
          security_stamp = @SecurityStamp, concurrency_stamp = @Next, two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey,
          disabled = @Disabled, updated_at = @UpdatedAt
        WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp
        """;

    private const string ById = $"SELECT {Columns} FROM staff_account WHERE id = @Id";
    private const string ByEmail = $"SELECT {Columns} FROM staff_account WHERE email_key = @EmailKey";
    private const string Everybody = $"SELECT {Columns} FROM staff_account ORDER BY disabled, name, id";
    private const string Anybody = "SELECT COUNT(*) FROM staff_account";
    // Apart from the others: a code is taken once, whatever else is written meanwhile.
    private const string TakeStep = "UPDATE staff_account SET last_step = @Step WHERE id = @Id AND (last_step IS NULL OR last_step < @Step)";
    private const string Administrators = "SELECT COUNT(*) FROM staff_account WHERE role = 'administrator' AND disabled = 0 AND id <> @Id";

    private static readonly IdentityError Taken = new() { Code = "Taken", Description = "An account with this address exists." };
    private static readonly IdentityError Changed = new() { Code = "Changed", Description = "The account was changed meanwhile." };

    /// <summary>All accounts, those that sign in first.</summary>
    public Task<List<StaffAccount>> ListAsync(CancellationToken ct) => database.ReadAsync(connection => connection.Query<StaffAccount>(Everybody).AsList(), ct);

    /// <summary>Whether there is any account.</summary>
    public Task<bool> AnyAsync(CancellationToken ct) => database.ReadAsync(connection => connection.ExecuteScalar<long>(Anybody) > 0, ct);

    /// <summary>Whether somebody else keeps the accounts: the last administrator can be neither disabled nor made less.</summary>
    public Task<bool> AnotherAdministratorAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.ExecuteScalar<long>(Administrators, new { Id = id }) > 0, ct);

    /// <summary>Takes the code of a step of 30 seconds.</summary>
    /// <returns>False when it, or a later one, was taken before.</returns>
    public async Task<bool> TakeStepAsync(long id, long step, CancellationToken ct) => await database.WriteAsync(scope => scope.Execute(TakeStep, new { Id = id, Step = step }), ct) == 1;

    public async Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        user.CreatedAt = user.UpdatedAt = time.GetUtcNow();
        var isNew = await database.WriteAsync(
            scope =>
            {
                if (scope.QueryFirst<StaffAccount>(ByEmail, user) is not null) return false;
                user.Id = sequences.Next(scope, "staff_account");
                scope.Execute(Insert, user);
                return true;
            },
            cancellationToken);
        return isNew ? IdentityResult.Success : IdentityResult.Failed(Taken);
    }

    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        var next = Guid.NewGuid().ToString("N");
        user.UpdatedAt = time.GetUtcNow();
        var parameters = new
        {
            user.Id,
            user.Email,
            user.EmailKey,
            user.Name,
            user.Role,
            user.Language,
            user.PasswordHash,
            user.SecurityStamp,
            user.ConcurrencyStamp,
            Next = next,
            user.TwoFactor,
            user.AuthenticatorKey,
            user.Disabled,
            user.UpdatedAt,
        };
        var written = await database.WriteAsync(scope => scope.Execute(Update, parameters), cancellationToken) == 1;
        if (written) user.ConcurrencyStamp = next;
        return written ? IdentityResult.Success : IdentityResult.Failed(Changed);
    }

    /// <summary>An account is disabled, never deleted: the audit log names it.</summary>
    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw new NotSupportedException("An account is disabled, never deleted.");

    public async Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, out var id) ? await database.ReadAsync(connection => connection.QueryFirstOrDefault<StaffAccount>(ById, new { Id = id }), cancellationToken) : null;

    // They sign in with their address: the user's name is the address.
    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<StaffAccount?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<StaffAccount>(ByEmail, new { EmailKey = normalizedEmail }), cancellationToken);

    public void Dispose()
    {
        // Nothing is held.
    }
}
