using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Staff;

/// <summary>
/// Counts tries of passwords and codes before they are looked at, so that many at once are as few as one after the other: five, and then none until a
/// quarter of an hour after the last. What is tried meanwhile changes nothing. An address is counted whether it has an account or not.
/// </summary>
internal sealed class StaffGuesses(Database database, TimeProvider time)
{
    /// <summary>Tries until the door is shut.</summary>
    public const int Most = 5;

    /// <summary>How long it is shut.</summary>
    public static readonly TimeSpan Shut = TimeSpan.FromMinutes(15);

    private const string Forget = "DELETE FROM staff_guess WHERE last_at <= @Before";
    private const string Count = "UPDATE staff_guess SET failures = failures + 1, last_at = @Now WHERE subject = @Subject AND failures < @Most";
    private const string Drop = "DELETE FROM staff_guess WHERE subject = @Subject";

    private readonly string insert = database.Dialect.InsertIfAbsent("staff_guess", ["subject"], "subject", "failures", "last_at");

    /// <summary>Counts a try.</summary>
    /// <returns>False: it is not to be looked at.</returns>
    public async Task<bool> TakeAsync(string subject, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(
            scope =>
            {
                scope.Execute(Forget, new { Before = now - Shut });
                scope.Execute(insert, new { Subject = subject, Failures = 0, LastAt = now });
                return scope.Execute(Count, new { Subject = subject, Now = now, Most });
            },
            ct) == 1;
    }

    /// <summary>It was right: the count begins anew.</summary>
    public Task ForgiveAsync(string subject, CancellationToken ct) => database.WriteAsync(scope => scope.Execute(Drop, new { Subject = subject }), ct);

    /// <summary>Passwords of an address, as it is compared; kept as a hash, for people type passwords where addresses go.</summary>
    public static string OfAddress(string emailKey) => "address " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(emailKey)));

    /// <summary>Passwords of a browser that signed in before.</summary>
    public static string OfBrowser(string browser) => "browser " + browser;

    /// <summary>Codes of an account; <paramref name="browser"/> when it signed in before.</summary>
    public static string OfCodes(long accountId, string? browser) => browser is null ? $"codes {accountId}" : $"codes of browser {browser}";
}
