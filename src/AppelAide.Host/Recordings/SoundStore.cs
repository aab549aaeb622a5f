using AppelAide.Host.Persistence;
using AppelAide.Host.Privacy;
using Dapper;

namespace AppelAide.Host.Recordings;

/// <summary>
/// The sound of recordings in our own store, encrypted, and what is still to be fetched from the provider or deleted there. Each step is written before the
/// next is begun: a sound is stored before it is deleted at the provider, and whoever dies between the two finds it again.
/// </summary>
internal sealed class SoundStore(Database database, PhoneVault vault)
{
    /// <summary>Too large to be kept: it stays at the provider, and no more is tried.</summary>
    public const string TooLarge = "large";

    private const string Store = "UPDATE recording SET state = 'stored', updated_at = @Now WHERE id = @Id AND state = 'pending'";

    private const string Give = "UPDATE recording SET state = 'deleted', updated_at = @Now WHERE id = @Id AND state = 'pending'";

    private const string Insert =
        "INSERT INTO recording_sound (recording_id, content_type, at_provider, fetched_at, cipher) VALUES (@Id, @ContentType, 1, @Now, @Cipher)";

    private const string Gone = "UPDATE recording_sound SET at_provider = 0 WHERE recording_id = @Id";

    private const string Calm = "DELETE FROM recording_trouble WHERE recording_id = @Id";

    private const string Find = """
        SELECT recording.conversation_no, recording_sound.content_type, recording_sound.cipher
        FROM recording_sound
        JOIN recording ON recording.id = recording_sound.recording_id
        WHERE recording_sound.recording_id = @Id AND recording.state = 'stored'
        """;

    private readonly string trouble = database.Dialect.Upsert("recording_trouble", ["recording_id"], "recording_id", "tries", "reason", "next_at");

    private readonly string toFetch = $"""
        SELECT recording.id, recording.recording_sid, COALESCE(recording_trouble.tries, 0) AS tries
        FROM recording
        LEFT JOIN recording_trouble ON recording_trouble.recording_id = recording.id
        WHERE recording.state = 'pending' AND (recording_trouble.recording_id IS NULL OR recording_trouble.next_at <= @Now)
        ORDER BY recording.id {database.Dialect.Page}
        """;

    private readonly string toDelete = $"""
        SELECT recording.id, recording.recording_sid, COALESCE(recording_trouble.tries, 0) AS tries
        FROM recording_sound
        JOIN recording ON recording.id = recording_sound.recording_id
        LEFT JOIN recording_trouble ON recording_trouble.recording_id = recording.id
        WHERE recording_sound.at_provider = 1 AND (recording_trouble.recording_id IS NULL OR recording_trouble.next_at <= @Now)
        ORDER BY recording.id {database.Dialect.Page}
        """;

    /// <summary>What is to be fetched now, oldest first.</summary>
    public Task<List<SoundWork>> ToFetchAsync(DateTimeOffset now, int take, CancellationToken ct) => ListAsync(toFetch, now, take, ct);

    /// <summary>What is here, and is to be deleted at the provider now.</summary>
    public Task<List<SoundWork>> ToDeleteAsync(DateTimeOffset now, int take, CancellationToken ct) => ListAsync(toDelete, now, take, ct);

    /// <summary>Keeps a sound.</summary>
    /// <returns>False when it was kept already, or is not wanted any more.</returns>
    public Task<bool> KeepAsync(long id, string contentType, byte[] sound, DateTimeOffset now)
    {
        var cipher = vault.EncryptSound(sound);
        return database.WriteAsync(
            scope =>
            {
                if (scope.Execute(Store, new { Id = id, Now = now }) == 0) return false;
                scope.Execute(Insert, new { Id = id, ContentType = contentType, Now = now, Cipher = cipher });
                scope.Execute(Calm, new { Id = id });
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>It is deleted at the provider.</summary>
    public Task LeftProviderAsync(long id) => database.WriteAsync(
        scope =>
        {
            scope.Execute(Gone, new { Id = id });
            scope.Execute(Calm, new { Id = id });
        },
        CancellationToken.None);

    /// <summary>The provider has it no more, and it was never here: there is nothing to hear.</summary>
    public Task GiveUpAsync(long id, DateTimeOffset now) => database.WriteAsync(
        scope =>
        {
            scope.Execute(Give, new { Id = id, Now = now });
            scope.Execute(Calm, new { Id = id });
        },
        CancellationToken.None);

    /// <summary>It did not work: it is tried again later, or never when no moment is given.</summary>
    public Task PutOffAsync(long id, int tries, string reason, DateTimeOffset? nextAt) =>
        database.WriteAsync(scope => scope.Execute(trouble, new { RecordingId = id, Tries = tries, Reason = reason, NextAt = nextAt }), CancellationToken.None);

    /// <summary>The sound of a recording; null when it is not here.</summary>
    public async Task<StoredSound?> FindAsync(long id, CancellationToken ct)
    {
        var row = await database.ReadAsync(connection => connection.QueryFirstOrDefault<Row>(Find, new { Id = id }), ct).ConfigureAwait(false);
        return row is null ? null : new StoredSound(row.ConversationNo, row.ContentType, vault.DecryptSound(row.Cipher));
    }

    private Task<List<SoundWork>> ListAsync(string sql, DateTimeOffset now, int take, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<SoundWork>(sql, new { Now = now, Skip = 0, Take = take }).AsList(), ct);

    private sealed record Row
    {
        public required long ConversationNo { get; init; }

        public required string ContentType { get; init; }

        public required byte[] Cipher { get; init; }
    }
}
