using System.Text.Json.Nodes;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds;

public sealed class HsdsTablesTests
{
    [HsdsFact]
    public void The_tables_are_those_of_the_official_data_package()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(HsdsData.Folder!, "datapackage.json")))!;
        var resources = package["resources"]!.AsArray();
        Assert.Equal(resources.Select(resource => (string)resource!["name"]!).Order(), HsdsTables.All.Select(table => table.Name).Order());
        foreach (var resource in resources)
        {
            var table = HsdsTables.Get((string)resource!["name"]!);
            Assert.Equal((string)resource["path"]!, table.File);
            var fields = resource["schema"]!["fields"]!.AsArray().Select(field => field!).Where(field => (string)field["name"]! != "id").ToList();
            Assert.Equal(fields.Select(field => (string)field["name"]!), table.Fields.Select(field => field.Name));
            foreach (var (theirs, ours) in fields.Zip(table.Fields))
            {
                var told = $"{table}.{ours.Name}";
                Assert.True((bool)theirs["constraints"]!["required"]! == ours.IsRequired, told);
                Assert.True((theirs["constraints"]!["enum"]?.AsArray().Select(word => (string)word!) ?? []).SequenceEqual(ours.OneOf), told);
                Assert.True(Kind((string)theirs["type"]!, (string?)theirs["format"], ours.OneOf.Length > 0) == ours.Kind, told);
            }

            var keys = (resource["schema"]!["foreignKeys"]?.AsArray() ?? []).Select(key => ((string)key!["fields"]!, (string)key["reference"]!["resource"]!));
            Assert.Equal(keys.Order(), table.References.Select(field => (field.Name, field.References)).Order());
        }
    }

    [Fact]
    public void A_table_comes_after_those_it_refers_to()
    {
        foreach (var (place, table) in HsdsTables.All.Index())
            Assert.All(table.References, field => Assert.True(HsdsTables.PlaceOf(field.References) < place, $"{table}.{field.Name}"));
    }

    [HsdsFact]
    public void What_objects_hold_is_what_the_official_schemas_say()
    {
        foreach (var table in HsdsTables.All)
        {
            var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(HsdsData.Folder!, "schema-3.0", table.Name + ".json")))!;
            foreach (var (name, property) in schema["properties"]!.AsObject())
            {
                var inner = (string?)property!["$ref"] ?? (string?)property["items"]?["$ref"];
                if (inner is not null)
                    Assert.Contains(table.Nests, nest => nest.Property == name && nest.Table + ".json" == inner && nest.IsList == (property["items"] is not null));
            }

            foreach (var nest in table.Nests)
                Assert.NotNull((nest.IsList ? HsdsTables.Get(nest.Table) : table).Find(nest.Key));
        }
    }

    private static HsdsFieldKind Kind(string type, string? format, bool isOneOf) => (type, format) switch
    {
        _ when isOneOf => HsdsFieldKind.OneOf,
        ("number", _) => HsdsFieldKind.Number,
        ("date", _) => HsdsFieldKind.Date,
        ("time", _) => HsdsFieldKind.Time,
        ("datetime", _) => HsdsFieldKind.DateTime,
        (_, "uri") => HsdsFieldKind.Uri,
        (_, "email") => HsdsFieldKind.Email,
        (_, "uuid") => HsdsFieldKind.Uuid,
        _ => HsdsFieldKind.Text,
    };
}
