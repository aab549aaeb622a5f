using System.Collections.Immutable;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>The notes beside conversations. They are only added: a note that was wrong is followed by one that says so.</summary>
internal sealed class NoteStore(Database database, SequenceStore sequences)
{
    /// <summary>The longest note, in characters.</summary>
    public const int Longest = 4000;

    private const int LongestWord = 40;

    private const string Insert = """
        INSERT INTO conversation_note (id, conversation_no, at, staff_id, staff_name, words)
        SELECT @Id, conversation.no, @At, @StaffId, @StaffName, @Words FROM conversation WHERE conversation.no = @No
        """;

    private const string InsertWord = """
        INSERT INTO conversation_note_word (word, started_at, conversation_no)
        SELECT @Word, conversation.started_at, conversation.no
        FROM conversation
        WHERE conversation.no = @No AND NOT EXISTS (
          SELECT 1 FROM conversation_note_word known
          WHERE known.word = @Word AND known.started_at = conversation.started_at AND known.conversation_no = conversation.no)
        """;

    private const string OfConversation = "SELECT id, at, staff_name, words FROM conversation_note WHERE conversation_no = @No ORDER BY id";

    /// <summary>Adds a note.</summary>
    /// <returns>False when there is no such conversation.</returns>
    public bool Add(WriteScope scope, long no, StaffMember by, string words, DateTimeOffset at)
    {
        var note = new { Id = sequences.Next(scope, "conversation_note"), No = no, At = at, StaffId = by.Id, StaffName = by.Name, Words = words };
        if (scope.Execute(Insert, note) == 0) return false;
        foreach (var word in WordsOf(words)) scope.Execute(InsertWord, new { Word = word, No = no });
        return true;
    }

    /// <summary>The notes of a conversation, oldest first.</summary>
    public Task<List<CallNote>> ListAsync(long no, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<CallNote>(OfConversation, new { No = no }).AsList(), ct);

    /// <summary>The words by which a note is found, and by which it is looked for: folded, each once. A plural is its singular.</summary>
    public static ImmutableArray<string> WordsOf(string text) =>
        [.. TextFolding.Tokens(text).Select(Singular).Where(word => word.Length > 1).Distinct()];

    private static string Singular(string word)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        return word.Length > 3 && word[^1] is 's' or 'x' && !char.IsAsciiDigit(word[^2]) ? word[..^1] : word;
    }
}
