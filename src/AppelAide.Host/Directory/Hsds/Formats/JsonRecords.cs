using System.Text.Json;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>
/// The rows of an object of JSON: itself and all that it holds, each once, whatever the number of places it is met in. What holds a row fills the field
/// that says so.
/// </summary>
internal sealed class JsonRecords
{
    private readonly Dictionary<(string Table, string Id), Dictionary<string, string>> rows = [];
    private readonly List<(string Table, string Id)> order = [];
    private readonly Action<string, string> tell;

    /// <param name="tell">Told of a field that cannot be read, and why.</param>
    public JsonRecords(Action<string, string> tell) => this.tell = tell;

    /// <summary>The rows, parents before children.</summary>
    public IEnumerable<HsdsRecord> InOrder() => order
        .OrderBy(row => HsdsTables.PlaceOf(row.Table))
        .Select(row => new HsdsRecord(row.Table, row.Id, [.. rows[row]]));

    /// <summary>Adds an object and what it holds.</summary>
    /// <returns>Its id; empty when it has none.</returns>
    public string Add(HsdsTable table, JsonElement element)
    {
        var id = element.TryGetProperty("id", out var given) ? Text(given, table.Name + ".id").Trim() : "";
        var key = (table.Name, id);
        if (id.Length == 0 || !rows.TryGetValue(key, out var fields))
        {
            fields = [];
            // Rows without an id are all kept until they are told of: under a blank each, longer than the last.
            while (id.Length == 0 && rows.ContainsKey(key))
                key = (table.Name, key.Item2 + " ");
            rows.Add(key, fields);
            order.Add(key);
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is "id" or JsonKinds.Property || property.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                continue;
            if (table.Nests.FirstOrDefault(nest => nest.Property == property.Name) is not { } nest || !AddHeld(table, nest, property.Value, id, fields))
                Set(fields, property.Name, Text(property.Value, $"{table}.{property.Name}"), table);
        }

        return id;
    }

    private bool AddHeld(HsdsTable table, HsdsNest nest, JsonElement value, string id, Dictionary<string, string> fields)
    {
        var inner = HsdsTables.Get(nest.Table);
        if (nest.IsList && value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                if (element.ValueKind != JsonValueKind.Object)
                {
                    tell($"{table}.{nest.Property}", "is a list with something else than objects");
                    continue;
                }

                var held = Add(inner, element);
                if (held.Length == 0 || id.Length == 0)
                    continue;
                var row = rows[(inner.Name, held)];
                row.TryAdd(nest.Key, id);
                if (nest.KindKey.Length > 0)
                    row.TryAdd(nest.KindKey, table.Name);
            }

            return true;
        }

        if (nest.IsList || value.ValueKind != JsonValueKind.Object)
            return false;
        if (Add(inner, value) is { Length: > 0 } single)
            fields.TryAdd(nest.Key, single);
        return true;
    }

    /// <summary>The first to say something of a row is right, unless it said nothing.</summary>
    private static void Set(Dictionary<string, string> fields, string name, string value, HsdsTable table)
    {
        if (table.Find(name) is { Kind: not HsdsFieldKind.Text } || string.IsNullOrWhiteSpace(value))
            value = value.Trim();
        if (value.Length > 0)
            fields.TryAdd(name, value);
    }

    private string Text(JsonElement value, string field)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.GetRawText();
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a letter written in two: \ud83d without its \ude00.
            tell(field, "has half a letter in it; it was kept as it is written");
            return value.GetRawText();
        }
    }
}
