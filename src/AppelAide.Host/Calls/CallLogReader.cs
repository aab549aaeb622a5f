using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>The call log as staff review it.</summary>
internal sealed class CallLogReader(Database database)
{
    private const string Entries = $"""
        SELECT {CallLogColumns.Entry}
        FROM conversation
        JOIN caller ON caller.id = conversation.caller_id
        LEFT JOIN session ON session.conversation_no = conversation.no
        """;

    private const string Entry = $"{Entries} WHERE conversation.no = @No";

    private const string Turns = $"SELECT {CallLogColumns.Turn} FROM turn WHERE conversation_no = @No ORDER BY turn_no";

    // By the number of the last line shown, not by a count of lines: a page stays what it was while calls come in, and costs the same anywhere.
    private readonly string page = $"{Entries} WHERE conversation.no < @Before ORDER BY conversation.no DESC {database.Dialect.Page}";

    /// <summary>The newest conversations, or those before one.</summary>
    /// <param name="before">The number of the last one on the page before; null for the first page.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<CallLogEntry>> ListAsync(long? before, int take, CancellationToken ct)
    {
        var parameters = new { Before = before ?? long.MaxValue, Skip = 0, Take = take };
        return database.ReadAsync(connection => connection.Query<CallLogEntry>(page, parameters).AsList(), ct);
    }

    /// <summary>A conversation with all its turns, or null.</summary>
    public Task<CallLogConversation?> FindAsync(long no, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefault<CallLogEntry>(Entry, new { No = no }) is { } entry
                ? new CallLogConversation(entry, connection.Query<TurnRecord>(Turns, new { No = no }).AsList())
                : null,
            ct);
}
