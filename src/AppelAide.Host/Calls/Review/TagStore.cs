using AppelAide.Dialogue.Language;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>Short words that staff put on conversations, and take off.</summary>
internal sealed class TagStore(Database database)
{
    /// <summary>The longest tag, in characters.</summary>
    public const int Longest = 40;

    /// <summary>The most tags that a conversation has.</summary>
    public const int Most = 20;

    private const string Insert = """
        INSERT INTO conversation_tag (tag, started_at, conversation_no, at, staff_id, staff_name)
        SELECT @Tag, conversation.started_at, conversation.no, @At, @StaffId, @StaffName
        FROM conversation
        WHERE conversation.no = @No
          AND NOT EXISTS (SELECT 1 FROM conversation_tag known WHERE known.conversation_no = @No AND known.tag = @Tag)
          AND (SELECT COUNT(*) FROM conversation_tag known WHERE known.conversation_no = @No) < @Most
        """;

    private const string Delete = "DELETE FROM conversation_tag WHERE conversation_no = @No AND tag = @Tag";

    private const string OfConversation = "SELECT tag FROM conversation_tag WHERE conversation_no = @No ORDER BY tag";

    private readonly string latest = $"SELECT tag FROM conversation_tag GROUP BY tag ORDER BY MAX(at) DESC {database.Dialect.Page}";

    /// <summary>The tag as it is kept: lower case, single spaces. Empty when nothing can be read in it.</summary>
    public static string Normal(string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('#').ToLowerInvariant();
        return TextFolding.Fold(words).Length == 0 ? "" : words.Length > Longest ? words[..Longest].TrimEnd() : words;
    }

    /// <summary>Puts a tag on a conversation.</summary>
    /// <returns>False when it is there already, when the conversation has too many, and when there is none.</returns>
    public bool Add(WriteScope scope, long no, StaffMember by, string tag, DateTimeOffset at) =>
        scope.Execute(Insert, new { No = no, Tag = Normal(tag), At = at, StaffId = by.Id, StaffName = by.Name, Most }) == 1;

    /// <summary>Takes a tag off a conversation.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(WriteScope scope, long no, string tag) => scope.Execute(Delete, new { No = no, Tag = tag }) == 1;

    /// <summary>The tags of a conversation.</summary>
    public Task<List<string>> ListAsync(long no, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<string>(OfConversation, new { No = no }).AsList(), ct);

    /// <summary>Tags in use, those put last first: what to choose from.</summary>
    public Task<List<string>> LatestAsync(int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<string>(latest, new { Skip = 0, Take = take }).AsList(), ct);
}
