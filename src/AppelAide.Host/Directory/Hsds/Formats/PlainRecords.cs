using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>The rows of the standard that an organization or a place of a plain list becomes. Ids that the list does not have say what they are of.</summary>
internal static class PlainRecords
{
    /// <summary>The id of a row made from another: what it says while the databases can keep that, else a UUID of it.</summary>
    public static string Id(string text) => text.Length <= RecordCheck.LongestId ? text : HsdsIdentity.Make("", text);

    public static IEnumerable<HsdsRecord> Organization(PlainRows row, string id)
    {
        yield return new RecordBuilder("organization", id)
        {
            ["name"] = row["name"],
            ["description"] = row["description_fr"],
            ["description_en"] = row["description_en"],
            ["email"] = row["email"],
            ["website"] = row["url"],
        }.Keep(row.Others()).Make();
        if (row["phone"].Length > 0)
            yield return Phone("organization", id, row["phone"]);
    }

    public static IEnumerable<HsdsRecord> Location(PlainRows row, string id, string organization)
    {
        yield return new RecordBuilder("location", id)
        {
            ["location_type"] = "physical",
            ["organization_id"] = organization,
            ["name"] = row["name"],
            ["latitude"] = Number(row["latitude"]),
            ["longitude"] = Number(row["longitude"]),
            ["address"] = row["address"],
        }.Keep(row.Others()).Make();
        foreach (var record in Place(row, id))
            yield return record;
    }

    /// <summary>The address of a place, and whether a wheelchair gets in.</summary>
    public static IEnumerable<HsdsRecord> Place(PlainRows row, string location)
    {
        if (row["address"].Length + row["town"].Length + row["postal_code"].Length > 0)
        {
            var address = PlainAddress.Read(row["address"], row["town"], row["postal_code"]);
            yield return new RecordBuilder("address", Id($"location:{location}:address"))
            {
                ["location_id"] = location,
                ["address_1"] = address.Street,
                ["city"] = address.City,
                ["state_province"] = "QC",
                ["postal_code"] = address.PostalCode,
                ["country"] = "CA",
                ["address_type"] = "physical",
            }.Make();
        }

        if (row["wheelchair"].Length > 0)
        {
            var access = Slug.Of(row["wheelchair"]) switch { "yes" or "oui" or "o" or "y" => "yes", "no" or "non" or "n" => "no", _ => "" };
            yield return new RecordBuilder("accessibility", Id($"location:{location}:wheelchair"))
            {
                ["location_id"] = location,
                ["wheelchair"] = access,
                ["description"] = access switch
                {
                    "yes" => "Accessible en fauteuil roulant",
                    "no" => "Pas accessible en fauteuil roulant",
                    _ => row["wheelchair"],
                },
            }.Make();
        }
    }

    public static HsdsRecord Phone(string table, string id, string number) => new RecordBuilder("phone", Id($"{table}:{id}:phone"))
    {
        [table + "_id"] = id,
        ["number"] = number,
        ["type"] = "voice",
    }.Make();

    /// <summary>A number as the standard writes it: a spreadsheet in French writes 48,83.</summary>
    public static string Number(string text) => ValueCheck.NumberOf(text) is null && text.Count(',') == 1 ? text.Replace(',', '.') : text;
}
