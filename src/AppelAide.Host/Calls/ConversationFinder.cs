using System.Data.Common;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls;

/// <summary>What a host asks when a turn arrives that it does not hold in memory.</summary>
internal sealed class ConversationFinder(Database database)
{
    private const string ByNo = $"SELECT {CallLogColumns.Conversation} FROM conversation WHERE no = @No";

    private const string ByProviderSid = $"SELECT {CallLogColumns.Conversation} FROM conversation WHERE provider_sid = @ProviderSid";

    private const string State = "SELECT state FROM session WHERE conversation_no = @No";

    private const string LastTurn = $"""
        SELECT {CallLogColumns.Turn} FROM turn
        WHERE conversation_no = @No AND turn_no = (SELECT MAX(turn_no) FROM turn WHERE conversation_no = @No)
        """;

    private const string TurnByNo = $"SELECT {CallLogColumns.Turn} FROM turn WHERE conversation_no = @No AND turn_no = @TurnNo";

    private const string Receipt = "SELECT conversation_no, turn_no FROM sms_received WHERE message_sid = @MessageSid";

    // A session is kept until the dialogue reaches its end: one that is still there was cut off.
    private readonly string lastUnfinishedCall = $"""
        SELECT {CallLogColumns.Conversation} FROM conversation
        JOIN session ON session.conversation_no = conversation.no
        WHERE conversation.caller_id = @CallerId AND conversation.channel = 'voice' AND conversation.started_at >= @Since
        ORDER BY conversation.no DESC {database.Dialect.Page}
        """;

    private readonly string latestSms = $"""
        SELECT {CallLogColumns.Conversation} FROM conversation
        WHERE caller_id = @CallerId AND channel = 'sms'
        ORDER BY no DESC {database.Dialect.Page}
        """;

    /// <summary>A conversation with its session and its last turn, or null.</summary>
    public Task<SavedConversation?> LoadAsync(long no, CancellationToken ct) => LoadAsync(ByNo, new { No = no }, ct);

    /// <summary>The conversation of a provider's name, or null.</summary>
    public Task<SavedConversation?> FindByProviderSidAsync(string providerSid, CancellationToken ct) =>
        LoadAsync(ByProviderSid, new { ProviderSid = providerSid }, ct);

    /// <summary>The caller's latest call that was cut off, if it began at that instant or later.</summary>
    public Task<SavedConversation?> LastUnfinishedCallAsync(long callerId, DateTimeOffset since, CancellationToken ct) =>
        LoadAsync(lastUnfinishedCall, new { CallerId = callerId, Since = since, Skip = 0, Take = 1 }, ct);

    /// <summary>The caller's latest exchange of texts, ended or not.</summary>
    public Task<SavedConversation?> LatestSmsAsync(long callerId, CancellationToken ct) =>
        LoadAsync(latestSms, new { CallerId = callerId, Skip = 0, Take = 1 }, ct);

    /// <summary>A turn, to give its reply again; null when it was never taken.</summary>
    public Task<TurnRecord?> TurnAsync(long no, int turnNo, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<TurnRecord>(TurnByNo, new { No = no, TurnNo = turnNo }), ct);

    /// <summary>The turn that answered a text; null when the text is new.</summary>
    public Task<SmsReceipt?> ReceiptAsync(string messageSid, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<SmsReceipt>(Receipt, new { MessageSid = messageSid }), ct);

    private Task<SavedConversation?> LoadAsync(string sql, object parameters, CancellationToken ct) =>
        database.ReadAsync(connection => Load(connection, sql, parameters), ct);

    private static SavedConversation? Load(DbConnection connection, string sql, object parameters)
    {
        if (connection.QueryFirstOrDefault<Conversation>(sql, parameters) is not { } conversation)
            return null;
        var key = new { conversation.No };
        // A turn may be taken between the two: the state that is read later is then the newer, and the optimistic check refuses it.
        var turn = connection.QueryFirstOrDefault<TurnRecord>(LastTurn, key);
        return new SavedConversation(conversation, connection.QueryFirstOrDefault<string>(State, key), turn);
    }
}
