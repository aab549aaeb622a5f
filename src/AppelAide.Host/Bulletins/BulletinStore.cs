using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Bulletins;

/// <summary>Bulletins: written, scheduled, cancelled, and how far they have come. Who gets them is <see cref="BulletinPages"/>.</summary>
internal sealed class BulletinStore(Database database, SequenceStore sequences)
{
    private const int PageSize = 2000;

    private const string Columns = "id, topic, places, body_fr, body_en, state, due_at, author, planned_to, people, created_at, updated_at, version";

    private const string Insert = """
        INSERT INTO bulletin (id, topic, places, body_fr, body_en, state, due_at, author, planned_to, people, created_at, updated_at)
        VALUES (@Id, @Topic, @Places, @BodyFr, @BodyEn, 'draft', NULL, @Author, 0, 0, @Now, @Now)
        """;

    private const string ById = $"SELECT {Columns} FROM bulletin WHERE id = @Id";

    private const string Schedule = "UPDATE bulletin SET state = 'scheduled', due_at = @DueAt, updated_at = @Now WHERE id = @Id AND state = 'draft' AND (@Version IS NULL OR version = @Version)";

    private const string Rewrite = """
        UPDATE bulletin SET topic = @Topic, places = @Places, body_fr = @BodyFr, body_en = @BodyEn, author = @Author, updated_at = @Now, version = version + 1
        WHERE id = @Id AND state = 'draft' AND version = @Version
        """;

    private const string Due = $"SELECT {Columns} FROM bulletin WHERE state = 'scheduled' AND due_at <= @Now ORDER BY due_at, id";

    private const string Cancel = "UPDATE bulletin SET state = 'cancelled', updated_at = @Now WHERE id = @Id AND state <> 'cancelled'";

    private const string Left = """
        SELECT id FROM bulletin WHERE state = 'cancelled'
          AND EXISTS (SELECT 1 FROM outbox_message WHERE outbox_message.bulletin_id = bulletin.id AND outbox_message.state = 'due')
        """;

    private const string CancelMessages = """
        UPDATE outbox_message SET state = 'cancelled', reason = 'cancelled', updated_at = @Now WHERE bulletin_id = @Id AND state = 'due' AND id <= @Last
        """;

    private const string Progress = """
        SELECT kind,
          SUM(CASE WHEN state IN ('due', 'sending') THEN 1 ELSE 0 END) AS waiting,
          SUM(CASE WHEN state = 'sent' THEN 1 ELSE 0 END) AS sent,
          SUM(CASE WHEN state = 'delivered' THEN 1 ELSE 0 END) AS delivered,
          SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS failed,
          SUM(CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END) AS cancelled
        FROM outbox_message WHERE bulletin_id = @Id GROUP BY kind ORDER BY kind DESC
        """;

    private readonly string list = $"SELECT {Columns} FROM bulletin ORDER BY id DESC {database.Dialect.Page}";

    private readonly string nextDue = $"SELECT id FROM outbox_message WHERE bulletin_id = @Id AND state = 'due' ORDER BY id {database.Dialect.Page}";

    /// <summary>Keeps a draft.</summary>
    /// <returns>Its identifier.</returns>
    public async Task<long> AddAsync(string topic, IEnumerable<string> places, string french, string english, string author, DateTimeOffset now, CancellationToken ct)
    {
        var row = new
        {
            Id = await sequences.NextAsync("bulletin", ct).ConfigureAwait(false),
            Topic = topic,
            Places = string.Join(';', places),
            BodyFr = french,
            BodyEn = english,
            Author = author,
            Now = now,
        };
        await database.WriteAsync(scope => scope.Execute(Insert, row), ct).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Writes a draft anew.</summary>
    /// <returns>False when it is no draft any more, or not the version that was read.</returns>
    public Task<bool> RewriteAsync(long id, int version, string topic, IEnumerable<string> places, string french, string english, string author, DateTimeOffset now, CancellationToken ct)
    {
        var row = new { Id = id, Version = version, Topic = topic, Places = string.Join(';', places), BodyFr = french, BodyEn = english, Author = author, Now = now };
        return database.WriteAsync(scope => scope.Execute(Rewrite, row) == 1, ct);
    }

    /// <summary>A bulletin, or null.</summary>
    public Task<Bulletin?> FindAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Bulletin>(ById, new { Id = id }), ct);

    /// <summary>The latest first.</summary>
    public Task<List<Bulletin>> ListAsync(int skip, int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<Bulletin>(list, new { Skip = skip, Take = take }).AsList(), ct);

    /// <summary>A draft is to go out.</summary>
    /// <returns>False when it is no draft any more, or not the version that was read; null for any.</returns>
    public Task<bool> ScheduleAsync(long id, int? version, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(scope => scope.Execute(Schedule, new { Id = id, Version = version, DueAt = dueAt, Now = now }) == 1, ct);

    /// <summary>Those to be planned now.</summary>
    public Task<List<Bulletin>> DueAsync(DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<Bulletin>(Due, new { Now = now }).AsList(), ct);

    /// <summary>Nothing more of it is planned from here on; its messages that wait are <see cref="CancelMessagesAsync"/>'s.</summary>
    /// <returns>False when it was cancelled already, or is none.</returns>
    public Task<bool> CancelAsync(long id, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(scope => scope.Execute(Cancel, new { Id = id, Now = now }) == 1, ct);

    /// <summary>The cancelled ones of which a message still waits: whoever cancelled them died, or a message came back from the provider.</summary>
    public Task<List<long>> LeftAsync(CancellationToken ct) => database.ReadAsync(connection => connection.Query<long>(Left).AsList(), ct);

    /// <summary>Cancels the messages that wait, some at a time: calls go on meanwhile.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CancelMessagesAsync(long id, DateTimeOffset now, CancellationToken ct)
    {
        var total = 0;
        for (int cancelled; ; total += cancelled)
        {
            cancelled = await database.WriteAsync(
                scope =>
                {
                    var last = scope.QueryFirst<long?>(nextDue, new { Id = id, Skip = PageSize - 1, Take = 1 }) ?? long.MaxValue;
                    return scope.Execute(CancelMessages, new { Id = id, Last = last, Now = now });
                },
                ct).ConfigureAwait(false);
            if (cancelled == 0) return total;
        }
    }

    /// <summary>What became of its messages, texts before calls.</summary>
    public Task<List<BulletinProgress>> ProgressAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<BulletinProgress>(Progress, new { Id = id }).AsList(), ct);
}
