using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Directory.Editing;

/// <summary>What was changed by whom, record by record: written in the transaction of the change, and never rewritten.</summary>
internal sealed class RecordHistory(SequenceStore sequences)
{
    private const string Insert = """
        INSERT INTO record_history (id, change_no, page_kind, page_id, kind, record_id, at, staff, what, undoes, record_before, record_after)
        VALUES (@Id, @ChangeNo, @PageKind, @PageId, @Kind, @RecordId, @At, @Staff, @What, @Undoes, @RecordBefore, @RecordAfter)
        """;

    private const string Numbers = "SELECT DISTINCT change_no FROM record_history WHERE page_kind = @Kind AND page_id = @Id ORDER BY change_no DESC ";

    private const string OfPage = """
        SELECT change_no, kind, record_id, at, staff, what, undoes, record_before, record_after
        FROM record_history WHERE page_kind = @Kind AND page_id = @Id AND change_no >= @From AND change_no <= @To ORDER BY id
        """;

    private const string Undone = "SELECT undoes FROM record_history WHERE page_kind = @Kind AND page_id = @Id AND undoes IS NOT NULL";

    private const int LongestName = 300;

    /// <summary>Writes a change down.</summary>
    /// <returns>Its number.</returns>
    public long Write(WriteScope scope, HistoryPage page, string what, string staff, DateTimeOffset at, IReadOnlyList<HistoryRow> rows, long? undoes = null)
    {
        var first = sequences.NextRange(scope, "record_history", rows.Count);
        foreach (var (number, row) in rows.Index())
        {
            scope.Execute(
                Insert,
                new
                {
                    Id = first + number,
                    ChangeNo = first,
                    PageKind = page.Kind,
                    PageId = page.Id,
                    row.Kind,
                    row.RecordId,
                    At = at,
                    Staff = staff.Length > LongestName ? staff[..LongestName] : staff,
                    What = what,
                    Undoes = undoes,
                    row.RecordBefore,
                    row.RecordAfter,
                });
        }

        return first;
    }

    /// <summary>The changes of a page, the latest first.</summary>
    public Task<List<RecordChange>> ListAsync(Database database, HistoryPage page, int skip, int take, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            var numbers = connection.Query<long>(Numbers + database.Dialect.Page, new { page.Kind, page.Id, Skip = skip, Take = take }).AsList();
            if (numbers.Count == 0)
                return [];
            var undone = connection.Query<long>(Undone, new { page.Kind, page.Id }).ToHashSet();
            return Changes(connection.Query<Row>(OfPage, new { page.Kind, page.Id, From = numbers[^1], To = numbers[0] }))
                .Select(change => change with { IsUndone = undone.Contains(change.Number) })
                .OrderByDescending(change => change.Number).ToList();
        },
        ct);

    /// <summary>A change of a page, within a write; null when it has none of that number.</summary>
    public static RecordChange? Find(WriteScope scope, HistoryPage page, long number) =>
        Changes(scope.Query<Row>(OfPage, new { page.Kind, page.Id, From = number, To = number })).FirstOrDefault();

    private static IEnumerable<RecordChange> Changes(IEnumerable<Row> rows) =>
        rows.GroupBy(row => row.ChangeNo).Select(change => new RecordChange(
            change.Key, change.First().At, change.First().Staff, change.First().What, change.First().Undoes,
            [.. change.Select(row => new HistoryRow { Kind = row.Kind, RecordId = row.RecordId, RecordBefore = row.RecordBefore, RecordAfter = row.RecordAfter })]));

    private sealed record Row
    {
        public long ChangeNo { get; init; }
        public string Kind { get; init; } = "";
        public string RecordId { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Staff { get; init; } = "";
        public string What { get; init; } = "";
        public long? Undoes { get; init; }
        public string RecordBefore { get; init; } = "";
        public string RecordAfter { get; init; } = "";
    }
}
