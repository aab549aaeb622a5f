using System.Collections.Immutable;
using System.Text.Json;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>
/// HSDS 3.0 as JSON: objects of the standard (organization_full, service_full, service_at_location_full, location…), alone, in a list, a page of an API
/// (<c>contents</c>), JSON lines, or the tables by the names of their files.
/// </summary>
internal sealed class JsonFormat(DirectoryFiles files, KnownRecords known, DefectList defects) : RecordFormat(files, known, defects)
{
    /// <summary>How many rows may wait for what they refer to: more is no order at all, and they are told at once.</summary>
    private const int MostWaiting = 50_000;

    private readonly ImmutableArray<DirectoryFile> sources = [.. files.All.Where(IsJson)];
    private readonly RecordCheck check = new(known, defects, isStandard: true);
    private readonly List<(HsdsRecord Record, string File, long Row, string Within)> waiting = [];
    private readonly HashSet<UInt128> waitingIds = [];
    private readonly HashSet<UInt128> roots = [];

    public override string Name => "HSDS 3.0, JSON";

    public override long BytesTotal => sources.Sum(file => file.Length);

    /// <summary>Whether a file is JSON by its name, and not the description of a data package.</summary>
    public static bool IsJson(DirectoryFile file) =>
        Path.GetExtension(file.Name).ToUpperInvariant() is ".JSON" or ".JSONL" or ".NDJSON" && file.Name != TabularFormat.Package;

    public override IEnumerable<HsdsRecord> Read()
    {
        foreach (var file in sources)
        {
            var elements = new JsonElements(file, Defects);
            foreach (var element in elements.Read())
            {
                foreach (var record in Pass(element, file.Name, elements.Number))
                    yield return record;
            }
        }

        foreach (var (record, file, row, within) in waiting.OrderBy(row => HsdsTables.PlaceOf(row.Record.Table)))
        {
            if (check.Pass(record, file, row, within) is { } passed)
                yield return passed;
        }
    }

    private IEnumerable<HsdsRecord> Pass(JsonElement element, string file, long row)
    {
        if (element.TryGetProperty("contents", out var contents) && contents.ValueKind == JsonValueKind.Array)
            return contents.EnumerateArray().Index().SelectMany(inner => PassRoot(inner.Item, JsonTable(inner.Item), file, inner.Index + 1));
        if (element.EnumerateObject().Any(property => TableOf(property) is not null))
            return PassTables(element, file);
        return PassRoot(element, JsonTable(element), file, row);
    }

    private IEnumerable<HsdsRecord> PassTables(JsonElement element, string file) =>
        from property in element.EnumerateObject()
        let table = TableOf(property)
        where table is not null
        orderby HsdsTables.PlaceOf(table.Name)
        from inner in property.Value.EnumerateArray().Index()
        from record in PassRoot(inner.Item, table, file, inner.Index + 1)
        select record;

    /// <summary>The table whose file a list is named after.</summary>
    private static HsdsTable? TableOf(JsonProperty property) => property.Value.ValueKind == JsonValueKind.Array
        ? HsdsTables.All.FirstOrDefault(table => table.File == property.Name)
        : null;

    private static HsdsTable? JsonTable(JsonElement element) => element.ValueKind == JsonValueKind.Object ? JsonKinds.Of(element) : null;

    private IEnumerable<HsdsRecord> PassRoot(JsonElement element, HsdsTable? table, string file, long row)
    {
        if (table is null || element.ValueKind != JsonValueKind.Object)
        {
            Defects.Add(DefectKind.Layout, new(file, row, "", "is no object of the standard", true));
            yield break;
        }

        var records = new JsonRecords((field, problem) => Defects.Add(DefectKind.Layout, new(file, row, field, problem, false)));
        var root = records.Add(table, element);
        if (root.Length > 0 && !roots.Add(KnownRecords.Hash(table.Name, root)))
        {
            Defects.Add(DefectKind.DuplicateId, new(file, row, "id", $"\"{ValueCheck.Short(root)}\" is there twice", true));
            yield break;
        }

        foreach (var record in records.InOrder())
        {
            var within = record.Table == table.Name && record.Id == root ? "" : record.Table + ".";
            // An organization comes with each of its services: the first time is enough.
            if (Known.IsMet(record.Table, record.Id) || waitingIds.Contains(KnownRecords.Hash(record.Table, record.Id)))
                continue;
            if (check.FindDangling(record) is not null && waiting.Count < MostWaiting && record.Id.Length > 0)
            {
                waiting.Add((record, file, row, within));
                waitingIds.Add(KnownRecords.Hash(record.Table, record.Id));
            }
            else if (check.Pass(record, file, row, within) is { } passed)
            {
                yield return passed;
            }
        }
    }
}
