using System.Data.Common;
using AppelAide.Dialogue.Events;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Queue;

/// <summary>Who is to be called, the most urgent first; and who was.</summary>
internal sealed class QueueReader(Database database)
{
    private const string Columns = """
        queue_item.id, queue_item.conversation_no, queue_item.caller_id, caller.phone_tail, COALESCE(conversation.language, caller.language) AS language,
        COALESCE(conversation.place_id, caller.place_id) AS place_id, COALESCE(conversation.channel, 'voice') AS channel, COALESCE(conversation.trial, 0) AS trial,
        queue_item.asked_at, queue_item.due_by, queue_item.state, queue_item.holder_id, queue_item.holder, queue_item.tries, queue_item.tried_at, queue_item.outcome,
        queue_item.settled_at, queue_item.version,
        CASE WHEN EXISTS (SELECT 1 FROM callback_request WHERE callback_request.conversation_no = queue_item.conversation_no) THEN 1 ELSE 0 END AS promised
        """;

    private const string Items = $"""
        SELECT {Columns}
        FROM queue_item
        JOIN caller ON caller.id = queue_item.caller_id
        LEFT JOIN conversation ON conversation.no = queue_item.conversation_no
        """;

    private const string ById = $"{Items} WHERE queue_item.id = @Id";

    private const string AlsoOfCaller = $"{Items} WHERE queue_item.caller_id = @CallerId AND queue_item.id <> @Id AND queue_item.state = 'open' ORDER BY queue_item.due_by";

    private const string Sounds = """
        SELECT recording.id, recording.conversation_no, recording.seconds, recording.state, recording_trouble.reason AS trouble
        FROM recording
        LEFT JOIN recording_trouble ON recording_trouble.recording_id = recording.id
        WHERE recording.conversation_no IN @Nos AND recording.purpose = 'voicemail'
        ORDER BY recording.id
        """;

    private const string Wants =
        "SELECT conversation_no, need, intent FROM turn WHERE conversation_no IN @Nos AND (need IS NOT NULL OR intent IN @Intents) ORDER BY conversation_no, turn_no";

    private const string History = "SELECT at, who, action, detail, note FROM queue_event WHERE item_id = @Id ORDER BY id";

    private const string Counts = """
        SELECT COUNT(*) AS waiting, COALESCE(SUM(CASE WHEN due_by < @Now THEN 1 ELSE 0 END), 0) AS late,
          COALESCE(SUM(CASE WHEN holder_id IS NULL THEN 1 ELSE 0 END), 0) AS free, COALESCE(SUM(CASE WHEN holder_id = @AccountId THEN 1 ELSE 0 END), 0) AS mine
        FROM queue_item WHERE state = 'open'
        """;

    // What tells whoever calls what it is about; 'person' and the like say nothing.
    private static readonly string[] Telling = [Intents.Training, Intents.Referral, Intents.Consultation, Intents.Subscribe, Intents.Sheet, Intents.Emergency];

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string waiting = $"""
        {Items} WHERE queue_item.state = 'open' AND queue_item.due_by >= @At AND (queue_item.due_by > @At OR queue_item.id > @Id)
          AND (@Holder IS NULL OR queue_item.holder_id = @Holder) AND (@Free = 0 OR queue_item.holder_id IS NULL)
        ORDER BY queue_item.due_by, queue_item.id {database.Dialect.Page}
        """;

    private readonly string done = $"""
        {Items} WHERE queue_item.state = 'done' AND queue_item.settled_at <= @At AND (queue_item.settled_at < @At OR queue_item.id < @Id)
          AND (@Holder IS NULL OR queue_item.holder_id = @Holder)
        ORDER BY queue_item.settled_at DESC, queue_item.id DESC {database.Dialect.Page}
        """;

    /// <summary>Who waits, the most urgent first.</summary>
    /// <param name="after">The last item of the page before; null for the first page.</param>
    /// <param name="holder">Those that an account has in hand; 0 for those that nobody has; null for all.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<QueueItem>> WaitingAsync(QueuePosition? after, long? holder, int take, CancellationToken ct) =>
        ListAsync(waiting, after ?? new QueuePosition(DateTimeOffset.UnixEpoch, 0), holder, take, ct);

    /// <summary>Who was called, the latest first.</summary>
    /// <inheritdoc cref="WaitingAsync"/>
    public Task<List<QueueItem>> DoneAsync(QueuePosition? after, long? holder, int take, CancellationToken ct) =>
        ListAsync(done, after ?? new QueuePosition(Never, long.MaxValue), holder, take, ct);

    /// <summary>An item, or null.</summary>
    public Task<QueueItem?> FindAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => Complete(connection, connection.Query<QueueItem>(ById, new { Id = id }).AsList()).FirstOrDefault(), ct);

    /// <summary>What was done about an item, oldest first.</summary>
    public Task<List<QueueEvent>> HistoryAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<QueueEvent>(History, new { Id = id }).AsList(), ct);

    /// <summary>For what else the same citizen waits: one call may do for all.</summary>
    public Task<List<QueueItem>> AlsoAsync(QueueItem item, CancellationToken ct) =>
        database.ReadAsync(connection => Complete(connection, connection.Query<QueueItem>(AlsoOfCaller, new { item.CallerId, item.Id }).AsList()), ct);

    /// <summary>How many wait.</summary>
    public Task<QueueCounts> CountAsync(long accountId, DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst<QueueCounts>(Counts, new { AccountId = accountId, Now = now }), ct);

    private Task<List<QueueItem>> ListAsync(string sql, QueuePosition after, long? holder, int take, CancellationToken ct)
    {
        var parameters = new { after.At, after.Id, Holder = holder is 0 ? null : holder, Free = holder is 0, Skip = 0, Take = take };
        return database.ReadAsync(connection => Complete(connection, connection.Query<QueueItem>(sql, parameters).AsList()), ct);
    }

    /// <summary>Adds what they said and wanted, for all of a page at once.</summary>
    private static List<QueueItem> Complete(DbConnection connection, List<QueueItem> items)
    {
        if (items.Count == 0) return items;
        long[] nos = [.. items.Select(item => item.ConversationNo).Distinct()];
        var sounds = connection.Query<QueueSound>(Sounds, new { Nos = nos }).ToLookup(sound => sound.ConversationNo);
        var wants = connection.Query<Want>(Wants, new { Nos = nos, Intents = Telling }).ToLookup(want => want.ConversationNo);
        return
        [
            .. items.Select(item => item with
            {
                Sounds = [.. sounds[item.ConversationNo]],
                Need = wants[item.ConversationNo].LastOrDefault(want => want.Need is not null)?.Need ?? "",
                Intent = wants[item.ConversationNo].LastOrDefault(want => want.Intent is not null && Telling.Contains(want.Intent))?.Intent ?? "",
            }),
        ];
    }

    private sealed record Want
    {
        public required long ConversationNo { get; init; }

        public string? Need { get; init; }

        public string? Intent { get; init; }
    }
}
