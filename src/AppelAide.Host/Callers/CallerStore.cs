using AppelAide.Host.Persistence;
using AppelAide.Host.Privacy;
using Dapper;

namespace AppelAide.Host.Callers;

/// <summary>The telephones that the line knows.</summary>
internal sealed class CallerStore(Database database, SequenceStore sequences, PhoneVault vault)
{
    private const string Columns = "id, phone_tail, language, slow, place_id, stopped, texts, created_at, updated_at";

    private const string ById = $"SELECT {Columns} FROM caller WHERE id = @Id";

    private const string ByPhone = $"SELECT {Columns} FROM caller WHERE phone_hash = @PhoneHash";

    private const string Cipher = "SELECT phone_cipher FROM caller WHERE id = @Id";

    private const string TailOf = "SELECT phone_tail FROM caller WHERE id = @Id";

    private const string Update = """
        UPDATE caller
        SET language = @Language, slow = @Slow, place_id = @PlaceId, updated_at = @UpdatedAt
        WHERE id = @Id
        """;

    private const string Stop = "UPDATE caller SET stopped = @Stopped WHERE id = @Id";

    private const string StoppedOf = "SELECT stopped FROM caller WHERE id = @Id";

    private const string Texts = "UPDATE caller SET texts = @Texts WHERE id = @Id";

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "caller",
        ["phone_hash"],
        "id", "phone_hash", "phone_cipher", "phone_tail", "language", "slow", "place_id", "created_at", "updated_at");

    /// <summary>The caller of a number, or null.</summary>
    /// <param name="phone">E.164.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Caller?> FindByPhoneAsync(string phone, CancellationToken ct)
    {
        var key = new { PhoneHash = vault.Hash(phone) };
        return database.ReadAsync(connection => connection.QueryFirstOrDefault<Caller>(ByPhone, key), ct);
    }

    /// <summary>The caller of an identifier, or null.</summary>
    public Task<Caller?> FindAsync(long id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Caller>(ById, new { Id = id }), ct);

    /// <summary>The caller of a number, made when it is the first time; two hosts that hear it at once make one.</summary>
    /// <param name="phone">E.164.</param>
    /// <param name="language">The language of a new caller.</param>
    /// <param name="now">When the call or the text arrived.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Caller> FindOrCreateAsync(string phone, string language, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindByPhoneAsync(phone, ct).ConfigureAwait(false) is { } known)
            return known;
        return await CreateAsync(phone, language, now, ct).ConfigureAwait(false);
    }

    /// <summary>As <see cref="FindOrCreateAsync"/>, for a number that was not found a moment ago.</summary>
    public async Task<Caller> CreateAsync(string phone, string language, DateTimeOffset now, CancellationToken ct)
    {
        var id = await sequences.NextAsync("caller", ct).ConfigureAwait(false);
        return await database.WriteAsync(scope => Insert(scope, id, phone, language, now), ct).ConfigureAwait(false);
    }

    /// <summary>As <see cref="FindOrCreateAsync"/>, within a write: somebody gave the number of another telephone.</summary>
    /// <returns>Its identifier.</returns>
    public long FindOrCreate(WriteScope scope, string phone, string language, DateTimeOffset now) =>
        (scope.QueryFirst<Caller>(ByPhone, new { PhoneHash = vault.Hash(phone) }) ?? Insert(scope, sequences.Next(scope, "caller"), phone, language, now)).Id;

    /// <summary>As <see cref="FindOrCreate"/>, for a number that a citizen gave in a conversation. On trial it stays the trial's own: nobody real may be told of it.</summary>
    /// <param name="scope">The turn's write.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="phone">E.164.</param>
    /// <param name="language">The language of a new caller.</param>
    /// <param name="now">When.</param>
    public long FindGiven(WriteScope scope, long by, string phone, string language, DateTimeOffset now) =>
        scope.QueryFirst<byte[]>(Cipher, new { Id = by }) is { } cipher && TrialNumbers.Is(vault.Decrypt(cipher)) ? by : FindOrCreate(scope, phone, language, now);

    private Caller Insert(WriteScope scope, long id, string phone, string language, DateTimeOffset now)
    {
        var hash = vault.Hash(phone);
        scope.Execute(
            insert,
            new
            {
                Id = id,
                PhoneHash = hash,
                PhoneCipher = vault.Encrypt(phone),
                PhoneTail = PhoneVault.Tail(phone),
                Language = language,
                Slow = false,
                PlaceId = (string?)null,
                CreatedAt = now,
                UpdatedAt = now,
            });
        return scope.QueryFirst<Caller>(ByPhone, new { PhoneHash = hash })!;
    }

    /// <summary>The last two digits of a caller's number; empty when it is hidden.</summary>
    public string Tail(WriteScope scope, long id) => scope.QueryFirst<string>(TailOf, new { Id = id }) ?? "";

    /// <summary>Keeps what the citizen asked for.</summary>
    public void Save(WriteScope scope, Caller caller) =>
        scope.Execute(Update, new { caller.Id, caller.Language, caller.Slow, caller.PlaceId, caller.UpdatedAt });

    /// <summary>They stopped, or started, all messages: written with the register of consents.</summary>
    public void NoteStopped(WriteScope scope, long id, bool stopped) => scope.Execute(Stop, new { Id = id, Stopped = stopped });

    /// <summary>Whether they stopped all messages.</summary>
    public bool HasStopped(WriteScope scope, long id) => scope.QueryFirst<bool>(StoppedOf, new { Id = id });

    /// <summary>The telephone was found to receive texts, or to be a landline.</summary>
    public void NoteTexts(WriteScope scope, long id, bool texts) => scope.Execute(CallerStore.Texts, new { Id = id, Texts = texts });

    /// <summary>The number to call or text, E.164; null when there is no such caller. For the provider alone: never logged, never shown.</summary>
    public async Task<string?> PhoneAsync(long id, CancellationToken ct)
    {
        var cipher = await database.ReadAsync(
            connection => connection.QueryFirstOrDefault<byte[]>(Cipher, new { Id = id }), ct).ConfigureAwait(false);
        return cipher is null ? null : vault.Decrypt(cipher);
    }
}
