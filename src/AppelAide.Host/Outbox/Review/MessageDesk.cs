using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;

namespace AppelAide.Host.Outbox.Review;

/// <summary>What staff do about a message: they keep it from being sent.</summary>
internal sealed class MessageDesk(Database database, OutboxStore outbox, AuditLog audit, FormReceipts receipts, TimeProvider time)
{
    /// <summary>Cancels a message that waits.</summary>
    /// <returns>False when it is on its way already, or settled: nothing is written.</returns>
    public Task<bool> CancelAsync(StaffMember staff, long id, string once, CancellationToken ct) => database.WriteAsync(
        scope =>
        {
            if (FormReceipts.WasTaken(scope, once)) return true;
            if (!outbox.CancelByStaff(scope, id, time.GetUtcNow())) return false;
            receipts.Take(scope, once);
            audit.Write(scope, staff, "message.cancel", $"message {id}");
            return true;
        },
        ct);
}
