using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Staff;

/// <summary>Forms that were carried out. A form carries a word of its own; whoever presses twice, or goes back and presses again, has it done once.</summary>
internal sealed class FormReceipts(Database database, TimeProvider time)
{
    private const string Forget = "DELETE FROM form_receipt WHERE at < @Before";

    private const string Known = "SELECT COUNT(*) FROM form_receipt WHERE once = @Once";

    private const int Longest = 64;

    // Nobody sends the same form again after so long.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly string insert = database.Dialect.InsertIfAbsent("form_receipt", ["once"], "once", "at");

    /// <summary>Takes the word of a form, in the write that carries it out.</summary>
    /// <returns>False when it was carried out before: nothing more is to be written.</returns>
    public bool Take(WriteScope scope, string? once)
    {
        // Without its word a form is not one of ours, or an old one: it is done, for a citizen may wait on it.
        if (string.IsNullOrEmpty(once) || once.Length > Longest) return true;
        return scope.Execute(insert, new { Once = once, At = time.GetUtcNow() }) == 1;
    }

    /// <summary>Whether a form was carried out before, asked before anything is looked at: what it did may make the second sending look wrong.</summary>
    public Task<bool> WasTakenAsync(string? once, CancellationToken ct) =>
        database.ReadAsync(connection => !string.IsNullOrEmpty(once) && connection.ExecuteScalar<long>(Known, new { Once = once }) > 0, ct);

    /// <summary>Whether a form was carried out before: asked before what it was written on is compared with what is there now.</summary>
    public static bool WasTaken(WriteScope scope, string? once) => scope.QueryFirst<long>(Known, new { Once = once ?? "" }) > 0;

    /// <summary>As <see cref="Take(WriteScope, string?)"/>, for what is carried out elsewhere.</summary>
    public Task<bool> TakeAsync(string? once, CancellationToken ct) => database.WriteAsync(
        scope =>
        {
            scope.Execute(Forget, new { Before = time.GetUtcNow() - Kept });
            return Take(scope, once);
        },
        ct);
}
