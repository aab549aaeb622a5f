using AppelAide.Host.Persistence;

namespace AppelAide.Host.Staff;

/// <summary>Who opened which call and revealed which number (Québec Law 25: access itself is recorded). Rows are only added.</summary>
internal sealed class AuditLog(Database database, SequenceStore sequences, TimeProvider time)
{
    private const string Insert = "INSERT INTO audit_entry (id, at, account_id, who, action, subject) VALUES (@Id, @At, @AccountId, @Who, @Action, @Subject)";

    private const string Recent = "SELECT COUNT(*) FROM audit_entry WHERE subject = @Subject AND account_id = @AccountId AND action = @Action AND at > @Since";

    private const int LongestSubject = 200;

    private static readonly TimeSpan SameTime = TimeSpan.FromMinutes(10);

    private readonly string oneAtATime = $"SELECT id FROM staff_account {database.Dialect.ForUpdate} WHERE id = @AccountId";

    /// <summary>Adds an entry, and returns when it is on disk: what is audited is shown after, never before.</summary>
    public Task WriteAsync(StaffMember staff, string action, string subject, CancellationToken ct) => database.WriteAsync(scope => Write(scope, staff, action, subject), ct);

    /// <summary>As <see cref="WriteAsync"/>, unless the same was written a few minutes ago: what a page does again by itself is one act.</summary>
    /// <remarks>Asked and written in one transaction: a browser asks for a recording in parts, at once.</remarks>
    public Task WriteOnceAsync(StaffMember staff, string action, string subject, CancellationToken ct)
    {
        var same = new { Subject = subject, AccountId = staff.Id, Action = action, Since = time.GetUtcNow() - SameTime };
        return database.WriteAsync(
            scope =>
            {
                scope.QueryFirst<long?>(oneAtATime, same);
                if (scope.QueryFirst<long>(Recent, same) == 0) Write(scope, staff, action, subject);
            },
            ct);
    }

    /// <summary>Adds an entry with what it tells of.</summary>
    public void Write(WriteScope scope, StaffMember staff, string action, string subject) => scope.Execute(
        Insert,
        new
        {
            Id = sequences.Next(scope, "audit_entry"),
            At = time.GetUtcNow(),
            AccountId = staff.Id,
            Who = staff.Name,
            Action = action,
            Subject = subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
        });
}
