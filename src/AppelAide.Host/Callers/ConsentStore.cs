using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Callers;

/// <summary>The register of consents: rows are only added, the latest of a purpose holds.</summary>
internal sealed class ConsentStore(Database database, SequenceStore sequences)
{
    private const int LongestWords = 200;

    private const string Insert = """
        INSERT INTO consent (id, caller_id, at, channel, purpose, given, words, proof)
        VALUES (@Id, @CallerId, @At, @Channel, @Purpose, @Given, @Words, @Proof)
        """;

    private const string Columns = "caller_id, at, channel, purpose, given, words, proof";

    private const string History = $"SELECT {Columns} FROM consent WHERE caller_id = @CallerId ORDER BY at DESC, id DESC";

    private readonly string current =
        $"SELECT {Columns} FROM consent WHERE caller_id = @CallerId AND purpose = @Purpose ORDER BY at DESC, id DESC {database.Dialect.Page}";

    /// <summary>Adds what was said, at most 200 characters of it.</summary>
    public void Append(WriteScope scope, Consent consent) =>
        scope.Execute(
            Insert,
            new
            {
                Id = sequences.Next(scope, "consent"),
                consent.CallerId,
                consent.At,
                Channel = consent.Channel.Text(),
                consent.Purpose,
                consent.Given,
                Words = consent.Words.Length > LongestWords ? consent.Words[..LongestWords] : consent.Words,
                consent.Proof,
            });

    /// <summary>What holds now for a purpose; null when the caller was never asked.</summary>
    public Task<Consent?> CurrentAsync(long callerId, string purpose, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefault<Consent>(
                current, new { CallerId = callerId, Purpose = purpose, Skip = 0, Take = 1 }),
            ct);

    /// <summary>All that a caller agreed to and refused, latest first.</summary>
    public Task<List<Consent>> HistoryAsync(long callerId, CancellationToken ct) =>
        database.ReadAsync(connection => connection.Query<Consent>(History, new { CallerId = callerId }).AsList(), ct);
}
