using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Trainings;

/// <summary>Staff change what is said of a training, in both languages; all of its sessions say it.</summary>
internal sealed class TrainingTexts(Database database, SequenceStore sequences, DirectorySource directory, TimeProvider time)
{
    private const int LongestTitle = 300;
    private const int LongestText = 2_000;

    private const string Own = "SELECT title_fr, title_en, description_fr, description_en, bring_fr, bring_en, access_fr, access_en FROM training WHERE id = @Id";

    private const string Update = """
        UPDATE training
        SET title_fr = @TitleFr, title_en = @TitleEn, description_fr = @DescriptionFr, description_en = @DescriptionEn, bring_fr = @BringFr, bring_en = @BringEn,
          access_fr = @AccessFr, access_en = @AccessEn
        WHERE id = @Id
        """;

    private readonly RecordHistory history = new(sequences);

    /// <summary>The fields, in the order of the form.</summary>
    public static ImmutableArray<string> Fields { get; } =
        ["title_fr", "title_en", "description_fr", "description_en", "bring_fr", "bring_en", "access_fr", "access_en"];

    /// <summary>What is said now, by field; null when there is no such training.</summary>
    public Task<Dictionary<string, string>?> ReadAsync(string id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Row>(Own, new { Id = id })?.Texts(), ct);

    /// <summary>A mark that is another one as soon as anything of it changed.</summary>
    public static string MarkOf(IReadOnlyDictionary<string, string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FlatJson.Write(texts.OrderBy(text => text.Key, StringComparer.Ordinal)))).AsSpan(0, 12));

    /// <summary>What was changed of it, the latest first.</summary>
    public Task<List<RecordChange>> HistoryAsync(string id, int skip, int take, CancellationToken ct) =>
        history.ListAsync(database, new(HistoryPage.Training, id), skip, take, ct);

    /// <summary>Says it otherwise.</summary>
    /// <param name="id">Of which training.</param>
    /// <param name="texts">By field; one that is not there stays.</param>
    /// <param name="hand">Whose hand.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What became of it, and what is wrong in which field.</returns>
    public async Task<(EditStatus Status, ImmutableArray<EditMistake> Mistakes)> SaveAsync(
        string id, IReadOnlyDictionary<string, string> texts, EditHand hand, CancellationToken ct)
    {
        ImmutableArray<EditMistake> mistakes = [.. Fields.Where(texts.ContainsKey).Select(field => Wrong(field, texts[field])).OfType<EditMistake>()];
        if (!mistakes.IsEmpty) return (EditStatus.Wrong, mistakes);
        var now = time.GetUtcNow();
        try
        {
            var status = await database.WriteAsync(
                scope =>
                {
                    if (hand.Begin?.Invoke(scope) == false) return EditStatus.SentBefore;
                    if (scope.QueryFirst<Row>(Own, new { Id = id })?.Texts() is not { } before) throw new NotMadeException<EditStatus>(EditStatus.Gone);
                    if (hand.Mark is { } mark && mark != MarkOf(before)) throw new NotMadeException<EditStatus>(EditStatus.Overtaken);
                    var after = Fields.ToDictionary(field => field, field => texts.GetValueOrDefault(field, before[field]).ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal);
                    if (Fields.All(field => before[field] == after[field])) return EditStatus.Unchanged;
                    scope.Execute(Update, Row.Of(id, after));
                    history.Write(
                        scope, new(HistoryPage.Training, id), RecordChange.Edit, hand.Staff, now,
                        [new HistoryRow { Kind = HistoryPage.Training, RecordId = id, RecordBefore = FlatJson.Write(before), RecordAfter = FlatJson.Write(after) }]);
                    DirectoryStore.Changed(scope);
                    return EditStatus.Saved;
                },
                ct).ConfigureAwait(false);
            await directory.RefreshAsync(ct).ConfigureAwait(false);
            return (status, []);
        }
        catch (NotMadeException<EditStatus> refusal)
        {
            return (refusal.Outcome, []);
        }
    }

    private static EditMistake? Wrong(string field, string text) => field switch
    {
        "title_fr" when string.IsNullOrWhiteSpace(text) => new(field, "Le titre ne peut pas être vide.", "The title cannot be empty."),
        "title_fr" or "title_en" when text.Length > LongestTitle => new(field, "Le titre a plus de 300 caractères.", "The title is over 300 characters."),
        _ when text.Length > LongestText => new(field, "Le texte a plus de 2 000 caractères.", "The text is over 2,000 characters."),
        _ => null,
    };

    private sealed record Row
    {
        public string TitleFr { get; init; } = "";
        public string TitleEn { get; init; } = "";
        public string DescriptionFr { get; init; } = "";
        public string DescriptionEn { get; init; } = "";
        public string BringFr { get; init; } = "";
        public string BringEn { get; init; } = "";
        public string AccessFr { get; init; } = "";
        public string AccessEn { get; init; } = "";

        public Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
        {
            ["title_fr"] = TitleFr,
            ["title_en"] = TitleEn,
            ["description_fr"] = DescriptionFr,
            ["description_en"] = DescriptionEn,
            ["bring_fr"] = BringFr,
            ["bring_en"] = BringEn,
            ["access_fr"] = AccessFr,
            ["access_en"] = AccessEn,
        };

        public static object Of(string id, Dictionary<string, string> texts) => new
        {
            Id = id,
            TitleFr = texts["title_fr"],
            TitleEn = texts["title_en"],
            DescriptionFr = texts["description_fr"],
            DescriptionEn = texts["description_en"],
            BringFr = texts["bring_fr"],
            BringEn = texts["bring_en"],
            AccessFr = texts["access_fr"],
            AccessEn = texts["access_en"],
        };
    }
}
