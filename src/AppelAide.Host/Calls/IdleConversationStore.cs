using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>Conversations whose end nobody told.</summary>
internal sealed class IdleConversationStore(Database database, ConversationStore conversations)
{
    private readonly string open = $"""
        SELECT no, started_at, COALESCE((SELECT MAX(at) FROM turn WHERE conversation_no = no), started_at) AS last_at
        FROM conversation
        WHERE ended_at IS NULL AND started_at < @Before
        ORDER BY started_at {database.Dialect.Page}
        """;

    /// <summary>Closes those in which nothing was said since a moment, as of when something last was.</summary>
    /// <returns>How many were closed.</returns>
    public async Task<int> CloseAsync(DateTimeOffset since, int most, CancellationToken ct)
    {
        var found = await database.ReadAsync(connection => connection.Query<Row>(open, new { Before = since, Skip = 0, Take = most }).AsList(), ct);
        var closed = 0;
        foreach (var row in found.Where(row => row.LastAt < since))
        {
            var seconds = (int)Math.Clamp((row.LastAt - row.StartedAt).TotalSeconds, 0, int.MaxValue);
            if (await database.WriteAsync(scope => conversations.Close(scope, row.No, row.LastAt, seconds), ct)) closed++;
        }

        return closed;
    }

    private sealed record Row
    {
        public required long No { get; init; }

        public required DateTimeOffset StartedAt { get; init; }

        public required DateTimeOffset LastAt { get; init; }
    }
}
