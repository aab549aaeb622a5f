using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds;

public sealed class HsdsRecordTests
{
    [Fact]
    public void The_order_in_which_fields_come_does_not_matter()
    {
        var one = Record("service", "a", ("name", "Repas"), ("zeta", "1"), ("organization_id", "o"), ("alpha", "2"), ("status", ""));
        var other = Record("service", "a", ("alpha", "2"), ("organization_id", "o"), ("name", "Repas"), ("zeta", "1"));
        Assert.Equal(other, one);
        Assert.Equal(other.Fingerprint(), one.Fingerprint());
        Assert.Equal("""{"organization_id":"o","name":"Repas","alpha":"2","zeta":"1"}""", one.ToJson());
    }

    [Fact]
    public void It_comes_back_from_its_json()
    {
        var record = Record("location", "é\"\\", ("name", "L'été, à \"Gaspé\" \u0001 \U0001F600"), ("latitude", "48.8320"));
        Assert.Equal(record, HsdsRecord.FromJson(record.Table, record.Id, record.ToJson()));
    }

    [Fact]
    public void Its_fingerprint_changes_with_any_field()
    {
        var record = Record("service", "a", ("name", "ab"), ("description", "c"));
        Assert.NotEqual(record.Fingerprint(), record.With("name", "a").With("description", "bc").Fingerprint());
        Assert.NotEqual(record.Fingerprint(), record.With("email", "a@b").Fingerprint());
        Assert.Equal(record.Fingerprint(), record.With("name", "x").With("name", "ab").Fingerprint());
        Assert.Equal("", record.With("name", "")["name"]);
    }

    [Fact]
    public void Known_records_tell_the_directory_from_what_was_met()
    {
        var known = new KnownRecords();
        for (var i = 0; i < 10_000; i++)
            known.Add("service", $"{i}");
        Assert.Equal(10_000, known.Count);
        Assert.True(known.Contains("service", "9999"));
        Assert.False(known.Contains("location", "9999"));
        Assert.False(known.Contains("service", "10000"));
        Assert.False(known.IsMet("service", "9999"));
        Assert.True(known.Meet("service", "9999"));
        Assert.False(known.Meet("service", "9999"));
        Assert.True(known.Meet("location", "new"));
        Assert.True(known.Contains("location", "new"));
        Assert.Equal(10_001, known.Count);
    }

    [Fact]
    public void Ids_become_the_same_uuid_at_every_export()
    {
        // Python: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "appelaide"), "service/dépannage-1")
        Assert.Equal("c25a80bb-f965-5a53-9656-7b2b8801c189", HsdsIdentity.Export("service", "dépannage-1"));
        Assert.Equal("3A19ff88-4620-4d17-9830-ac1d859eb5d5", HsdsIdentity.Export("service", "3A19ff88-4620-4d17-9830-ac1d859eb5d5"));
        Assert.NotEqual(HsdsIdentity.Export("service", "1"), HsdsIdentity.Export("location", "1"));
    }

    [Fact]
    public void Defects_are_all_counted_and_the_first_thousand_kept()
    {
        var defects = new DefectList();
        for (var i = 0; i < 1_500; i++)
            defects.Add(i % 3 == 0 ? DefectKind.Phone : DefectKind.Value, new("services.csv", i, "email", "is no address", i % 3 == 0));
        Assert.Equal(1_000, defects.Kept.Count);
        Assert.Equal((1_500L, 500L, 500L), (defects.Count, defects.Dropped, defects.Counts[DefectKind.Phone]));
        Assert.Equal("services.csv, row 7, email: is no address", defects.Kept[7].ToString());
    }

    private static HsdsRecord Record(string table, string id, params ImmutableArray<(string Name, string Value)> fields) =>
        new(table, id, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
}
