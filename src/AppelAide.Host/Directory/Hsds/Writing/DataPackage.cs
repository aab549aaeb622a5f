using System.Text.Json.Nodes;

namespace AppelAide.Host.Directory.Hsds.Writing;

/// <summary>
/// The description of an export: the standard's tables with their columns, and ours after them. https://specs.frictionlessdata.io/tabular-data-package/
/// A column that the standard requires is said to be required when all rows have it: a package must not be wrong about itself.
/// </summary>
internal sealed class DataPackage
{
    private readonly JsonArray resources = [];

    /// <summary>Describes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="others">The columns that are not the standard's.</param>
    /// <param name="isFull">Whether all rows have a column.</param>
    public void Add(HsdsTable table, IEnumerable<string> others, Func<string, bool> isFull)
    {
        var fields = new JsonArray(Field("id", "string", "uuid", true, true, []));
        foreach (var field in table.Fields)
        {
            var (type, format) = TypeOf(field.Kind);
            fields.Add((JsonNode)Field(field.Name, type, format, field.IsRequired && isFull(field.Name), false, field.OneOf));
        }

        foreach (var other in others)
            fields.Add((JsonNode)Field(other, "string", null, false, false, []));
        var schema = new JsonObject { ["primaryKey"] = "id", ["fields"] = fields };
        if (table.References.Length > 0)
        {
            schema["foreignKeys"] = new JsonArray([.. table.References.Select(field => new JsonObject
            {
                ["fields"] = field.Name,
                ["reference"] = new JsonObject { ["resource"] = field.References, ["fields"] = "id" },
            })]);
        }

        resources.Add((JsonNode)new JsonObject
        {
            ["name"] = table.Name,
            ["path"] = table.File,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["profile"] = "tabular-data-resource",
            ["schema"] = schema,
        });
    }

    public override string ToString() => new JsonObject
    {
        ["name"] = "human_services_data",
        ["title"] = "Human Services Data Specification",
        ["profile"] = "tabular-data-package",
        ["version"] = HsdsTables.Version,
        ["homepage"] = "https://docs.openreferral.org",
        ["resources"] = resources.DeepClone(),
    }.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.General) { WriteIndented = true });

    private static JsonObject Field(string name, string type, string? format, bool required, bool unique, IEnumerable<string> words)
    {
        var constraints = new JsonObject { ["required"] = required, ["unique"] = unique };
        if (words.Any())
            constraints["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
        var field = new JsonObject { ["name"] = name, ["type"] = type };
        if (format is not null)
            field["format"] = format;
        field["constraints"] = constraints;
        return field;
    }

    private static (string Type, string? Format) TypeOf(HsdsFieldKind kind) => kind switch
    {
        HsdsFieldKind.Number => ("number", null),
        HsdsFieldKind.Date => ("date", null),
        HsdsFieldKind.Time => ("time", null),
        HsdsFieldKind.DateTime => ("datetime", null),
        HsdsFieldKind.Uri => ("string", "uri"),
        HsdsFieldKind.Email => ("string", "email"),
        HsdsFieldKind.Uuid => ("string", "uuid"),
        _ => ("string", null),
    };
}
