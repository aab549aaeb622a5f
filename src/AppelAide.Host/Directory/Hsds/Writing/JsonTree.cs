using System.Text.Encodings.Web;
using System.Text.Json;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Directory.Hsds.Writing;

/// <summary>The directory as a list of organization_full. A row is written in every place that the standard has for it, as the official example does.</summary>
internal sealed class JsonTree
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<(string Table, string Id), HsdsRecord> rows = [];
    private readonly Dictionary<(string Table, string Key, string Parent), List<HsdsRecord>> children = [];
    private readonly HashSet<(string Table, string Id)> written = [];

    public JsonTree(IEnumerable<HsdsRecord> records)
    {
        var keys = HsdsTables.All.SelectMany(table => table.Nests).Where(nest => nest.IsList).ToLookup(nest => nest.Table, nest => nest.Key);
        foreach (var record in records.Select(ExportedIds.Of))
        {
            rows[(record.Table, record.Id)] = record;
            foreach (var key in keys[record.Table].Distinct())
            {
                if (record[key] is not { Length: > 0 } parent)
                    continue;
                if (!children.TryGetValue((record.Table, key, parent), out var list))
                    children[(record.Table, key, parent)] = list = [];
                list.Add(record);
            }
        }
    }

    public void Write(Stream stream, CancellationToken cancellation)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        writer.WriteStartArray();
        foreach (var record in rows.Values.Where(record => record.Table == "organization"))
            WriteRoot(writer, record, "", cancellation);
        // A place that no organization has, a term that nothing is tagged with: objects of their own, those that hold others first.
        foreach (var record in rows.Values.OrderBy(record => HsdsTables.PlaceOf(record.Table)))
        {
            if (!written.Contains((record.Table, record.Id)))
                WriteRoot(writer, record, record.Table, cancellation);
        }

        writer.WriteEndArray();
    }

    private void WriteRoot(Utf8JsonWriter writer, HsdsRecord record, string told, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        WriteObject(writer, record, told, isWhole: true);
        writer.Flush();
    }

    private void WriteObject(Utf8JsonWriter writer, HsdsRecord record, string told, bool isWhole)
    {
        var table = HsdsTables.Get(record.Table);
        writer.WriteStartObject();
        writer.WriteString("id", record.Id);
        if (told.Length > 0)
            writer.WriteString(JsonKinds.Property, told);
        foreach (var (name, value) in record.Fields)
            WriteField(writer, table, name, value);
        // The schemas want these to be there, and take an empty one.
        foreach (var field in table.Fields.Where(field => field is { IsRequired: true, Kind: HsdsFieldKind.Text } && record[field.Name].Length == 0))
            writer.WriteString(field.Name, "");
        if (isWhole)
        {
            written.Add((record.Table, record.Id));
            foreach (var nest in table.Nests)
                WriteHeld(writer, record, table, nest);
        }

        writer.WriteEndObject();
    }

    private void WriteHeld(Utf8JsonWriter writer, HsdsRecord record, HsdsTable table, HsdsNest nest)
    {
        if (!nest.IsList)
        {
            // A service is inside its organization and a place is whole there; terms are small, and every reader wants their names.
            var isTerm = table.Name is "attribute" or "taxonomy_term";
            if (!isTerm && nest.Property != "location")
                return;
            if (rows.TryGetValue((nest.Table, record[nest.Key]), out var single))
            {
                writer.WritePropertyName(nest.Property);
                WriteObject(writer, single, "", isTerm || single["organization_id"].Length == 0);
            }

            return;
        }

        if (!children.TryGetValue((nest.Table, nest.Key, record.Id), out var list))
            return;
        var held = nest.KindKey.Length == 0 ? list : [.. list.Where(child => child[nest.KindKey] == table.Name)];
        if (held.Count == 0)
            return;
        writer.WriteStartArray(nest.Property);
        foreach (var child in held)
            WriteObject(writer, child, "", isWhole: true);
        writer.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter writer, HsdsTable table, string name, string value)
    {
        var isNumber = table.Find(name) is { Kind: HsdsFieldKind.Number };
        // What came nested and is not the standard's goes back as it came.
        var isNested = table.Find(name) is null && value[0] is '{' or '[' && table.Nests.All(nest => nest.Property != name);
        if ((isNumber || isNested) && Raw(value, isNumber))
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    private static bool Raw(string value, bool isNumber)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return !isNumber || (document.RootElement.ValueKind == JsonValueKind.Number && document.RootElement.GetRawText() == value);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
