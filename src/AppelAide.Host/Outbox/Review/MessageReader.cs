using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Outbox.Review;

/// <summary>The outbox as staff look through it, the newest first: as fast at a million messages as at ten.</summary>
internal sealed class MessageReader(Database database)
{
    private const string Columns = """
        SELECT outbox_message.id, outbox_message.conversation_no, outbox_message.bulletin_id, caller.phone_tail, outbox_message.kind, outbox_message.purpose,
          outbox_message.language, outbox_message.body, outbox_message.spoken, outbox_message.segments, outbox_message.state, outbox_message.reason,
          outbox_message.error_code, outbox_message.attempts, outbox_message.due_at, outbox_message.expires_at, outbox_message.sent_at,
          outbox_message.created_at, outbox_message.updated_at
        FROM outbox_message
        JOIN caller ON caller.id = outbox_message.caller_id
        """;

    private const string ById = $"{Columns} WHERE outbox_message.id = @Id";

    private const string AttemptsOf = "SELECT attempt, at, outcome, error_code FROM outbox_attempt WHERE message_id = @Id ORDER BY attempt";

    private const string ReportsOf = "SELECT at, status, error_code FROM outbox_report WHERE message_id = @Id ORDER BY at, status";

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A page of messages.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<MessageEntry>> ListAsync(MessageFilter filter, MessagePosition? after, int take, CancellationToken ct)
    {
        var at = after?.At ?? Never;
        var parameters = new
        {
            filter.State,
            filter.Purpose,
            filter.Kind,
            From = filter.From ?? DateTimeOffset.UnixEpoch,
            Before = filter.Before ?? Never,
            At = at,
            Id = after?.Id ?? long.MaxValue,
            Skip = 0,
            Take = take,
        };
        var sql = Sql(filter);
        return database.ReadAsync(connection => connection.Query<MessageEntry>(sql, parameters).AsList(), ct);
    }

    /// <summary>A message with all that is known of it, or null.</summary>
    public Task<MessagePage?> FindAsync(long id, CancellationToken ct) => database.ReadAsync(
        connection => connection.QueryFirstOrDefault<MessageEntry>(ById, new { Id = id }) is { } entry
            ? new MessagePage(entry, connection.Query<MessageAttempt>(AttemptsOf, new { Id = id }).AsList(), connection.Query<MessageReport>(ReportsOf, new { Id = id }).AsList())
            : null,
        ct);

    /// <summary>The query of a filter. Each column has an index in the order of time; the one that leaves fewest is used, and the others are hidden from the planner.</summary>
    internal string Sql(MessageFilter filter)
    {
        // What is common (delivered, by text, of a bulletin) is found soon in the order of time; what is rare is found by its own index alone.
        var strongest = filter.State is not (null or "delivered") ? "state"
            : filter.Purpose is not (null or OutboxPurpose.Bulletin) ? "purpose"
            : filter.Kind is "call" ? "kind"
            : filter.State is not null ? "state" : filter.Purpose is not null ? "purpose" : filter.Kind is not null ? "kind" : "";
        var wheres = new List<string>();
        Add("state", filter.State, "@State");
        Add("purpose", filter.Purpose, "@Purpose");
        Add("kind", filter.Kind, "@Kind");
        return $"""
            {Columns}
            WHERE {string.Concat(wheres)}outbox_message.created_at >= @From AND outbox_message.created_at < @Before
              AND outbox_message.created_at <= @At AND (outbox_message.created_at < @At OR outbox_message.id < @Id)
            ORDER BY outbox_message.created_at DESC, outbox_message.id DESC {database.Dialect.Page}
            """;

        void Add(string column, string? value, string parameter)
        {
            if (value is null) return;
            wheres.Add(column == strongest ? $"outbox_message.{column} = {parameter} AND " : $"COALESCE(outbox_message.{column}, '') = {parameter} AND ");
        }
    }
}
