using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Editing;

/// <summary>A record on its way back to before a change.</summary>
/// <param name="Now">As it is; null when there is none.</param>
/// <param name="Then">As it will be; null when it goes.</param>
/// <param name="InTheWay">What was changed again since.</param>
internal sealed record RecordUndo(HsdsRecord? Now, HsdsRecord? Then, ImmutableArray<EditDifference> InTheWay)
{
    private const string Current = "SELECT record FROM hsds_record WHERE kind = @Kind AND id = @RecordId AND active = 1";

    /// <summary>Compares a record with what a change left of it.</summary>
    public static RecordUndo Of(WriteScope scope, HistoryRow row)
    {
        var now = Read(row, scope.QueryFirst<string>(Current, new { row.Kind, row.RecordId }) ?? "");
        var (before, after) = (Read(row, row.RecordBefore), Read(row, row.RecordAfter));
        // A record that came or went does so whole.
        if (before is null || after is null || now is null)
        {
            return now == after
                ? new(now, before, [])
                : new(now, before, [new($"{row.Kind}:{row.RecordId}/", Told(now), Told(after))]);
        }

        var then = now;
        var inTheWay = ImmutableArray.CreateBuilder<EditDifference>();
        foreach (var field in before.Fields.Concat(after.Fields).Select(pair => pair.Key).Distinct().Where(field => before[field] != after[field]))
        {
            if (now[field] == after[field])
                then = then.With(field, before[field]);
            else if (now[field] != before[field])
                inTheWay.Add(new($"{row.Kind}:{row.RecordId}/{field}", now[field], before[field]));
        }

        return new(now, then, inTheWay.ToImmutable());
    }

    private static HsdsRecord? Read(HistoryRow row, string json) => json.Length == 0 ? null : HsdsRecord.FromJson(row.Kind, row.RecordId, json);

    private static string Told(HsdsRecord? record) => record switch
    {
        null => "",
        { Table: "attribute" } => record["taxonomy_term_id"],
        { Table: "language" } => SpokenLanguage.Code(record["code"], record["name"]),
        _ => string.Join(", ", record.Fields.Where(field => !field.Key.EndsWith("_id", StringComparison.Ordinal)).Select(field => field.Value)),
    };
}
