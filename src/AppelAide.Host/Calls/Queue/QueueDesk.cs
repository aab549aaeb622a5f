using System.Globalization;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;

namespace AppelAide.Host.Calls.Queue;

/// <summary>What staff do about those who are to be called. Each act is written with who did it, on the version that they saw, and once a form.</summary>
internal sealed class QueueDesk(Database database, SequenceStore sequences, FormReceipts receipts, AuditLog audit, TimeProvider time)
{
    /// <summary>The longest note.</summary>
    public const int LongestNote = 2000;

    private const string Change = """
        UPDATE queue_item SET state = @State, holder_id = @HolderId, holder = @Holder, tries = @Tries, tried_at = @TriedAt, outcome = @Outcome,
          settled_at = @SettledAt, version = version + 1
        WHERE id = @Id AND version = @Version
        """;

    private const string Insert = """
        INSERT INTO queue_event (id, item_id, at, account_id, who, action, detail, note) VALUES (@EventId, @Id, @At, @AccountId, @Who, @Action, @Detail, @Note)
        """;

    private const string Another = "SELECT COUNT(*) FROM queue_item WHERE conversation_no = @ConversationNo AND state = 'open'";

    private readonly string find = $"""
        SELECT id, conversation_no, state, holder_id, holder, tries, tried_at, outcome, settled_at, version FROM queue_item {database.Dialect.ForUpdate} WHERE id = @Id
        """;

    /// <summary>Does it, unless somebody did something meanwhile.</summary>
    public Task<QueueAnswer> ActAsync(StaffMember staff, long id, QueueAct act, CancellationToken ct) => database.WriteAsync(scope => Act(scope, staff, id, act), ct);

    private QueueAnswer Act(WriteScope scope, StaffMember staff, long id, QueueAct act)
    {
        if (scope.QueryFirst<Row>(find, new { Id = id }) is not { } row) return QueueAnswer.Unknown;
        if (FormReceipts.WasTaken(scope, act.Once)) return QueueAnswer.Done;
        if (act.Action == QueueActions.Reopen == (row.State == "open")) return QueueAnswer.Settled;
        var isHeld = row.HolderId is { } holder && holder != staff.Id;
        // Who takes an item over knowingly saw who has it: that they did nothing since is still asked for.
        if (isHeld && row.State == "open" && !act.Knowingly) return QueueAnswer.Held;
        if (row.Version != act.Version) return QueueAnswer.Changed;
        if (act.Action == QueueActions.Reopen && scope.QueryFirst<int>(Another, new { row.ConversationNo }) > 0) return QueueAnswer.Settled;
        receipts.Take(scope, act.Once);
        var now = time.GetUtcNow();
        var next = After(row, staff, act, now);
        scope.Execute(Change, next);
        var detail = act.Action switch
        {
            QueueActions.Done => act.Outcome,
            QueueActions.Pass => act.To?.Name ?? "",
            QueueActions.Take when isHeld => row.Holder ?? "",
            _ => "",
        };
        scope.Execute(
            Insert,
            new { EventId = sequences.Next(scope, "queue_event"), Id = id, At = now, AccountId = staff.Id, Who = staff.Name, act.Action, Detail = detail, act.Note });
        audit.Write(scope, staff, $"callback.{act.Action}", string.Create(CultureInfo.InvariantCulture, $"call {row.ConversationNo}"));
        if (act.Action == QueueActions.Done) CallbackStore.Settle(scope, row.ConversationNo, act.Outcome != QueueOutcomes.Unneeded, now);
        return QueueAnswer.Done;
    }

    private static Row After(Row row, StaffMember staff, QueueAct act, DateTimeOffset now)
    {
        var mine = row with { HolderId = staff.Id, Holder = staff.Name };
        return act.Action switch
        {
            QueueActions.Tried => mine with { Tries = row.Tries + 1, TriedAt = now },
            QueueActions.Done => mine with { State = "done", Outcome = act.Outcome, SettledAt = now },
            QueueActions.Pass => row with { HolderId = act.To?.Id, Holder = act.To?.Name },
            QueueActions.Release => row with { HolderId = null, Holder = null },
            QueueActions.Reopen => mine with { State = "open", Outcome = null, SettledAt = null },
            QueueActions.Take => mine,
            _ => throw new ArgumentException($"There is no act '{act.Action}'.", nameof(act)),
        };
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long ConversationNo { get; init; }

        public required string State { get; init; }

        public long? HolderId { get; init; }

        public string? Holder { get; init; }

        public required int Tries { get; init; }

        public DateTimeOffset? TriedAt { get; init; }

        public string? Outcome { get; init; }

        public DateTimeOffset? SettledAt { get; init; }

        public required int Version { get; init; }
    }
}
