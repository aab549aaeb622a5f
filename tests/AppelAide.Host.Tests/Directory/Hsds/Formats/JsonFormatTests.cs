using System.Text.Json.Nodes;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds.Formats;

public sealed class JsonFormatTests : IDisposable
{
    private readonly Reading reading = new();

    public void Dispose() => reading.Dispose();

    [HsdsFact]
    public void The_official_organization_comes_in_with_all_that_it_holds()
    {
        reading.ReadFrom(HsdsData.Json("organization_full"));
        Assert.Equal("HSDS 3.0, JSON", reading.Format);
        Assert.Equal(["organization_full.json, row 1, location.latitude: 100 is outside the world"], reading.Told);
        Assert.Equal(HsdsTables.All.Length - 1, reading.Records.Count);
        var phone = Assert.Single(reading.Of("phone"));
        Assert.Equal(
            ["location_id", "service_id", "organization_id", "contact_id", "service_at_location_id", "number", "extension", "type", "description"],
            phone.Fields.Select(field => field.Key));
        var service = Assert.Single(reading.Of("service"));
        Assert.Equal("d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", service["organization_id"]);
        Assert.Equal("e7ec2e57-4540-43fa-b2c7-6be5a0ef7f42", service["program_id"]);
        Assert.Equal(service.Id, Assert.Single(reading.Of("attribute"))["link_id"]);
        Assert.Equal("5c4d79d7-cc55-470e-9f1f-8cad074e4892", Assert.Single(reading.Of("taxonomy_term"))["taxonomy_id"]);
        Assert.Equal("2011", Assert.Single(reading.Of("organization"))["year_incorporated"]);
    }

    [HsdsFact]
    public void The_same_rows_come_out_of_the_official_service_and_of_its_place()
    {
        var rows = reading.ReadFrom(HsdsData.Json("service_full")).Records;
        Assert.Equal(HsdsTables.All.Length - 1, rows.Count);
        var ofPlace = reading.ReadFrom(HsdsData.Json("service_at_location_full")).Records;
        Assert.Equal(rows.Select(row => (row.Table, row.Id)), ofPlace.Select(row => (row.Table, row.Id)));
        Assert.Equal(rows.First(row => row.Table == "service"), ofPlace.First(row => row.Table == "service"));
    }

    [HsdsFact]
    public void The_official_tables_in_json_are_read_as_the_csv_is()
    {
        var csv = reading.ReadFrom(HsdsData.Example).Records;
        var json = reading.ReadFrom(HsdsData.Json("tabular"));
        Assert.Equal(4, json.Defects.Counts[DefectKind.DanglingReference]);
        Assert.Equal(csv.Where(row => json.Records.Any(own => own.Table == row.Table)).OrderBy(row => row.Table), json.Records.OrderBy(row => row.Table), Same);
    }

    [HsdsFact]
    public void Pages_lists_and_lines_are_read()
    {
        Assert.Equal(["organization"], reading.ReadFrom(HsdsData.Json("organization_list")).Records.Select(row => row.Table));
        Assert.Contains("service", reading.ReadFrom(HsdsData.Json("service_list")).Records.Select(row => row.Table));
        Assert.Equal(["taxonomy", "taxonomy_term"], reading.ReadFrom(HsdsData.Json("taxonomy_term_list")).Records.Select(row => row.Table));
        Assert.Contains("location", reading.ReadFrom(HsdsData.Json("location")).Records.Select(row => row.Table));
        var one = JsonNode.Parse(File.ReadAllText(HsdsData.Json("organization_full")))!.ToJsonString();
        var all = reading.With("a.json", one).Read("a.json").Records;
        Assert.Equal(all, reading.With("b.json", $"[ {one} ]\n").Read("b.json").Records);
        Assert.Equal(all, reading.With("c.jsonl", $"{one}\n").Read("c.jsonl").Records);
    }

    [Fact]
    public void What_comes_with_each_service_is_taken_once_and_may_come_after_who_refers_to_it()
    {
        reading.With("x.json", """
            [
              {"id":"s1","name":"Repas","status":"active","program_id":"p1","organization":{"id":"o1","name":"Maison","description":"d"},"phones":[{"id":"t1","number":"418-555-0137"}]},
              {"id":"s2","name":"Bain","status":"active","organization":{"id":"o1","name":"Maison","description":"d","programs":[{"id":"p1","name":"P","description":"d"}]}},
              {"id":"s3","name":"Bal","status":"active","organization_id":"o9"}
            ]
            """).Read("x.json");
        Assert.Equal(["o1", "p1", "s2", "s1", "t1"], reading.Records.Select(row => row.Id));
        Assert.Equal(["x.json, row 3, organization_id: no organization has the id \"o9\""], reading.Told);
    }

    [Fact]
    public void What_the_standard_does_not_know_is_kept()
    {
        reading.With("x.json", """{"id":"o1","name":"Maison","description":"d","website":null,"open":true,"tags":["a", 1],"more":{"b": 2},"name_en":"House"}""").Read("x.json");
        Assert.Empty(reading.Told);
        Assert.Equal(
            """{"name":"Maison","description":"d","more":"{\"b\": 2}","name_en":"House","open":"true","tags":"[\"a\", 1]"}""",
            Assert.Single(reading.Records).ToJson());
    }

    [Fact]
    public void What_is_wrong_is_told_and_the_rest_goes_on()
    {
        reading.With("x.json", """
            [
              {"id":"o1","name":"Maison","description":"d","phones":[{"number":"418-555-0137"},{"id":"t2","number":"12"},"x"]},
              {"id":"o2","name": oops},
              {"id":"o1","name":"Encore","description":"d"},
              {"id":"o3","name":"\ud83d","description":"d"},
              {"what":1}
            ]
            """).Read("x.json");
        Assert.Equal(["o1", "t2", "o3"], reading.Records.Select(row => row.Id));
        Assert.Equal(
            [
                "x.json, row 1, organization.phones: is a list with something else than objects",
                "x.json, row 1, phone.id: is empty",
                "x.json, row 1, phone.number: \"12\" is not a telephone that can be dialled",
                "x.json, row 2: is not JSON",
                "x.json, row 3, id: \"o1\" is there twice",
                "x.json, row 4, organization.name: has half a letter in it; it was kept as it is written",
                "x.json, row 5: is no object of the standard",
            ],
            reading.Told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""[{"id":"o1","name":"Maison","description":"d"},{"id":"o2","na""", "cut off")]
    [InlineData("""[{"id":"o1","name":"Maison","description":"d"},""", "cut off")]
    [InlineData("", "nothing")]
    [InlineData("hello", "not JSON")]
    [InlineData("""{"id":"o1"} trailing""", "not JSON")]
    public void A_file_that_is_no_json_or_ends_too_early_is_refused(string json, string told) => Assert.Contains(
        told,
        Assert.Throws<DirectoryFileException>(() => reading.With("x.json", json).Read("x.json")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"", "xxxxxxxx", "a text of more than 1 MB")]
    [InlineData("[", "1,1,1,1,", "an object of more than 32 MB")]
    public void A_value_without_end_is_refused_before_it_fills_the_memory(string start, string more, string told)
    {
        using (var file = new StreamWriter(Path.Combine(reading.Folder, "x.json")))
        {
            file.Write("[{\"id\":\"o1\",\"name\":" + start);
            var block = string.Concat(Enumerable.Repeat(more, 1 << 14));
            for (var written = 0L; written < 40L << 20; written += block.Length)
                file.Write(block);
        }

        Assert.Contains(told, Assert.Throws<DirectoryFileException>(() => reading.Read("x.json")).Message, StringComparison.Ordinal);
    }

    private static bool Same(HsdsRecord a, HsdsRecord b) => a.Equals(b);
}
