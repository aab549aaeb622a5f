using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Editing;

/// <summary>
/// An import writes over what staff changed: the publisher's newer words win, and the history keeps the staff's, so that they can be put back. Hours
/// that staff added beside edited ones go with them: the old and the new together would be nobody's.
/// </summary>
internal sealed class ImportOverwrites(RecordHistory history, RecordWriter writer)
{
    private const string Schedule = "schedule";

    private const string Any = "SELECT MIN(id) FROM record_history";

    private const string Overwritten = """
        SELECT change.kind, change.record_id, change.record AS record_after, known.record AS record_before
        FROM directory_change change
        JOIN hsds_record known ON known.kind = change.kind AND known.id = change.record_id
        WHERE change.import_id = @Import AND change.number <= @Last AND known.active = 1
          AND EXISTS (SELECT 1 FROM record_history WHERE record_history.kind = change.kind AND record_history.record_id = change.record_id)
        ORDER BY change.number
        """;

    private const string Added = """
        SELECT DISTINCT whole.id AS record_id, whole.record AS record_before
        FROM record_history JOIN hsds_record whole ON whole.kind = record_history.kind AND whole.id = record_history.record_id
        WHERE page_kind = @Kind AND page_id = @Id AND whole.kind = 'schedule' AND whole.source = 'console' AND whole.active = 1
        """;

    private const string PageOf = "SELECT page_kind AS kind, page_id AS id FROM record_history WHERE kind = @Kind AND record_id = @RecordId ORDER BY id DESC";

    /// <summary>Writes down what the next changes of an import replace, before they do.</summary>
    public void Write(WriteScope scope, long import, long last, string by, DateTimeOffset now)
    {
        if (scope.QueryFirst<long?>(Any) is null)
            return;
        var rows = scope.Query<Row>(Overwritten, new { Import = import, Last = last });
        foreach (var page in rows.GroupBy(row => PageFor(scope, row)))
        {
            var added = Superseded(scope, page.Key, [.. page]);
            foreach (var row in added)
                writer.Remove(scope, row.Kind, row.RecordId);
            history.Write(
                scope, page.Key, RecordChange.Import, by, now,
                [.. page.Concat(added).Select(row => new HistoryRow { Kind = row.Kind, RecordId = row.RecordId, RecordBefore = row.RecordBefore, RecordAfter = row.RecordAfter })]);
        }
    }

    private static List<Row> Superseded(WriteScope scope, HistoryPage page, List<Row> overwritten)
    {
        var owners = overwritten.Where(row => row.Kind == Schedule).Select(row => OwnerOf(row.RecordId, row.RecordBefore)).ToHashSet();
        return owners.Count == 0
            ? []
            : [.. scope.Query<Row>(Added, new { page.Kind, page.Id }).Select(row => row with { Kind = Schedule }).Where(row => owners.Contains(OwnerOf(row.RecordId, row.RecordBefore)))];
    }

    private static string OwnerOf(string id, string json) => EditOwner.Of(HsdsRecord.FromJson(Schedule, id, json)).Key;

    private static HistoryPage PageFor(WriteScope scope, Row row)
    {
        var page = scope.QueryFirst<Page>(PageOf, new { row.Kind, row.RecordId })!;
        return new(page.Kind, page.Id);
    }

    private sealed record Page
    {
        public string Kind { get; init; } = "";
        public string Id { get; init; } = "";
    }

    private sealed record Row
    {
        public string Kind { get; init; } = "";
        public string RecordId { get; init; } = "";
        public string RecordBefore { get; init; } = "";
        public string RecordAfter { get; init; } = "";
    }
}
