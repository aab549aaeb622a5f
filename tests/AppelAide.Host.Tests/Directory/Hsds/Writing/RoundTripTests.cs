using System.Text.Json;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Host.Tests.Directory.Hsds.Writing;

public sealed class RoundTripTests : IDisposable
{
    private readonly Reading reading = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        reading.Dispose();
        folder.Dispose();
    }

    [HsdsFact]
    public void The_official_example_comes_back_from_every_format() => AssertComesBack(reading.ReadFrom(HsdsData.Example).Records);

    [HsdsFact]
    public void The_older_sample_comes_back_from_every_format() => AssertComesBack(reading.ReadFrom(HsdsData.Ohana).Records);

    [Fact]
    public void The_sample_directory_comes_back_with_uuids()
    {
        var sample = reading.ReadFrom(Path.Combine(HsdsData.Checkout, "db", "sample")).Records;
        DirectoryWriter.WriteTabular(folder["a"], Ordered(sample), CancellationToken.None);
        var once = Sorted(reading.ReadFrom(folder["a"]).Records);
        Assert.Equal(sample.Select(row => (row.Table, HsdsIdentity.Export(row.Table, row.Id))).Order(), once.Select(row => (row.Table, row.Id)).Order());
        Assert.DoesNotContain(reading.Defects.Kept, defect => defect.Dropped);
        AssertComesBack(once);
    }

    [NaughtyFact]
    public void Naughty_strings_come_back_as_they_were()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.NaughtyStrings!))!;
        AssertComesBack([.. naughty.Where(text => !string.IsNullOrWhiteSpace(text)).Index().Select(text => Organization(text.Index, text.Item))]);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was()
    {
        var texts = ArbMap.Default.GeneratorFor<string>().Where(text => !string.IsNullOrWhiteSpace(text)).ArrayOf(20).ToArbitrary();
        Prop.ForAll(texts, all => AssertComesBack([.. all.Index().Select(text => Organization(text.Index, Whole(text.Item)))]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20261123, 20261123 | 1));
    }

    [Fact]
    public void What_no_organization_holds_is_not_lost()
    {
        AssertComesBack(
        [
            Row("organization", 1, ("name", "Maison"), ("description", "d")),
            Row("taxonomy", 2, ("name", "T"), ("description", "d")),
            Row("location", 3, ("location_type", "physical"), ("name", "Seul")),
            Row("contact", 4, ("name", "Personne")),
            Row("phone", 5, ("number", "418-555-0137"), ("location_id", Id(3))),
            Row("attribute", 6, ("link_id", Id(99)), ("link_entity", "nothing"), ("taxonomy_term_id", Id(7))),
            Row("taxonomy_term", 7, ("name", "Repas"), ("description", "d"), ("more", """{"a":[1, 2]}""")),
            Row("meta_table_description", 8, ("name", "x")),
        ]);
    }

    [Fact]
    public void An_export_says_what_it_holds()
    {
        DirectoryWriter.WriteTabular(folder["a"], [Row("organization", 1, ("name", "Maison"), ("name_en", "House"))], CancellationToken.None);
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["a"], "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(HsdsTables.All.Select(table => table.File), resources.Select(resource => resource.GetProperty("path").GetString()));
        var fields = resources[0].GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal("name_en", fields[^1].GetProperty("name").GetString());
        bool IsRequired(string name) => fields.Single(field => field.GetProperty("name").GetString() == name).GetProperty("constraints").GetProperty("required").GetBoolean();
        Assert.True(IsRequired("name"));
        Assert.False(IsRequired("description"));
        Assert.StartsWith("id,name,alternate_name,", File.ReadAllText(Path.Combine(folder["a"], "organizations.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_and_leaves_the_old_one()
    {
        File.WriteAllText(folder["a.json"], "old");
        Assert.Throws<InvalidOperationException>(() => DirectoryWriter.WriteJson(folder["a.json"], Failing(), CancellationToken.None));
        Assert.Equal("old", File.ReadAllText(folder["a.json"]));
        Assert.Throws<DirectoryFileException>(() => DirectoryWriter.WriteJson(Path.Combine(folder["nowhere"], "a.json"), [], CancellationToken.None));

        static IEnumerable<HsdsRecord> Failing()
        {
            yield return Row("organization", 1, ("name", "Maison"));
            throw new InvalidOperationException();
        }
    }

    private void AssertComesBack(IReadOnlyCollection<HsdsRecord> records)
    {
        var expected = Sorted(records);
        DirectoryWriter.WriteTabular(folder["t"], Ordered(records), CancellationToken.None);
        Assert.Equal(expected, Sorted(reading.ReadFrom(folder["t"]).Records));
        DirectoryWriter.WriteTabular(folder["t.zip"], Ordered(records), CancellationToken.None);
        Assert.Equal(expected, Sorted(reading.ReadFrom(folder["t.zip"]).Records));
        DirectoryWriter.WriteJson(folder["t.json"], Ordered(records), CancellationToken.None);
        Assert.Equal(expected, Sorted(reading.ReadFrom(folder["t.json"]).Records));
    }

    /// <summary>Text as files can hold it: no half letters.</summary>
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static IEnumerable<HsdsRecord> Ordered(IEnumerable<HsdsRecord> records) => records.OrderBy(record => HsdsTables.PlaceOf(record.Table));

    private static List<HsdsRecord> Sorted(IEnumerable<HsdsRecord> records) =>
        [.. records.OrderBy(record => HsdsTables.PlaceOf(record.Table)).ThenBy(record => record.Id, StringComparer.Ordinal)];

    private static string Id(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    private static HsdsRecord Organization(int number, string text) => Row("organization", number, ("name", text), ("description", text), ("extra", text));

    private static HsdsRecord Row(string table, int number, params (string Name, string Value)[] fields) =>
        new(table, Id(number), [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
}
