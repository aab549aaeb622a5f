using System.Globalization;
using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>The rows of the standard that a row of a plain list of services becomes, and its organization and place when the list says them there.</summary>
/// <param name="row">The row.</param>
/// <param name="known">Which rows there are.</param>
/// <param name="organizations">The ids of organizations by their folded names; those met here are added.</param>
/// <param name="tellHours">Told of hours that cannot be read.</param>
internal sealed class PlainService(PlainRows row, KnownRecords known, Dictionary<string, string> organizations, Action<string> tellHours)
{
    /// <summary>The columns that are read.</summary>
    public const string Columns =
        "id organization_id organization location_id location address town postal_code latitude longitude wheelchair name_fr name_en description_fr "
        + "description_en needs phone email url languages bring_fr bring_en cost hours covers eligibility_fr eligibility_en verified_on verified_by";

    /// <summary>The taxonomy of the line's own needs.</summary>
    public const string Taxonomy = "appelaide";

    public IEnumerable<HsdsRecord> Records()
    {
        var organization = FindOrganization(out var isNew);
        if (isNew)
            yield return new RecordBuilder("organization", organization) { ["name"] = row["organization"] }.Make();
        var id = row["id"].Length > 0 || row.Has("id") ? row["id"] : NewId(organization);
        yield return Service(id, organization);
        var location = FindLocation(organization, out var place);
        foreach (var record in place)
            yield return record;
        var site = location.Length > 0 ? PlainRecords.Id($"service:{id}:site") : "";
        if (site.Length > 0)
            yield return new RecordBuilder("service_at_location", site) { ["service_id"] = id, ["location_id"] = location }.Make();
        foreach (var record in Needs(id).Concat(Hours(id, site)).Concat(Details(id)))
            yield return record;
    }

    private string FindOrganization(out bool isNew)
    {
        isNew = false;
        var given = row["organization_id"].Length > 0 ? row["organization_id"] : row["organization"];
        if (given.Length == 0 || known.Contains("organization", given))
            return given;
        var folded = Slug.Of(given);
        if (organizations.TryGetValue(folded, out var id))
            return id;
        if (row["organization"].Length == 0)
            return given;
        organizations[folded] = id = row["organization_id"].Length > 0 ? row["organization_id"] : folded;
        isNew = !known.Contains("organization", id);
        return id;
    }

    private string FindLocation(string organization, out IEnumerable<HsdsRecord> place)
    {
        place = [];
        if (row["location_id"].Length > 0 || row["address"].Length + row["town"].Length + row["location"].Length == 0)
            return row["location_id"];
        var id = Slug.Of($"{organization} {row["location"]} {row["address"]} {row["town"]}");
        if (known.IsMet("location", id))
            return id;
        var made = new RecordBuilder("location", id)
        {
            ["location_type"] = "physical",
            ["organization_id"] = organization,
            ["name"] = row["location"].Length > 0 ? row["location"] : row["organization"],
            ["latitude"] = PlainRecords.Number(row["latitude"]),
            ["longitude"] = PlainRecords.Number(row["longitude"]),
            ["address"] = string.Join(", ", new[] { row["address"], row["town"] }.Where(part => part.Length > 0)),
        };
        place = PlainRecords.Place(row, id).Prepend(made.Make());
        return id;
    }

    private string NewId(string organization)
    {
        var id = Slug.Of($"{organization} {row["name_fr"]}");
        for (var number = 2; known.IsMet("service", id); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{Slug.Of($"{organization} {row["name_fr"]}")}-{number}");
        return id;
    }

    private HsdsRecord Service(string id, string organization) => new RecordBuilder("service", id)
    {
        ["organization_id"] = organization,
        ["name"] = row["name_fr"].Length > 0 ? row["name_fr"] : row["name_en"],
        ["name_en"] = row["name_en"],
        ["description"] = row["description_fr"],
        ["description_en"] = row["description_en"],
        ["url"] = row["url"],
        ["email"] = row["email"],
        ["eligibility_description"] = row["eligibility_fr"],
        ["eligibility_description_en"] = row["eligibility_en"],
        ["fees_description"] = Amount() is null ? row["cost"] : "",
        ["assured_date"] = row["verified_on"],
        [row["verified_by"].Contains('@', StringComparison.Ordinal) ? "assurer_email" : "assurer"] = row["verified_by"],
    }.Keep(row.Others()).Keep([("status", "active")]).Make();

    private IEnumerable<HsdsRecord> Needs(string id)
    {
        foreach (var need in row.List("needs").Distinct())
        {
            if (!known.IsMet("taxonomy", Taxonomy))
                yield return new RecordBuilder("taxonomy", Taxonomy) { ["name"] = "AppelAide", ["description"] = "Les besoins que la ligne connaît" }.Make();
            var term = PlainRecords.Id($"{Taxonomy}:{need}");
            if (!known.IsMet("taxonomy_term", term))
            {
                yield return new RecordBuilder("taxonomy_term", term)
                {
                    ["code"] = need,
                    ["name"] = need,
                    ["description"] = need,
                    ["taxonomy"] = Taxonomy,
                    ["taxonomy_id"] = Taxonomy,
                }.Make();
            }

            yield return new RecordBuilder("attribute", PlainRecords.Id($"service:{id}:need:{need}"))
            {
                ["link_id"] = id,
                ["link_entity"] = "service",
                ["link_type"] = "need",
                ["taxonomy_term_id"] = term,
            }.Make();
        }
    }

    private IEnumerable<HsdsRecord> Hours(string id, string site)
    {
        if (!PlainHours.TryRead(row["hours"], out var hours, out var problem))
            tellHours(problem);
        foreach (var (number, (days, opens, closes)) in hours.Index())
        {
            yield return new RecordBuilder("schedule", Part(id, "hours", number))
            {
                [site.Length > 0 ? "service_at_location_id" : "service_id"] = site.Length > 0 ? site : id,
                ["freq"] = "WEEKLY",
                ["byday"] = days,
                ["opens_at"] = opens,
                ["closes_at"] = closes,
            }.Make();
        }
    }

    private IEnumerable<HsdsRecord> Details(string id)
    {
        if (row["phone"].Length > 0)
            yield return PlainRecords.Phone("service", id, row["phone"]);
        foreach (var (number, language) in row.List("languages").Index())
        {
            var code = Slug.Of(language) switch { "fr" or "francais" or "french" => "fr", "en" or "anglais" or "english" => "en", _ => language };
            yield return new RecordBuilder("language", Part(id, "language", number))
            {
                ["service_id"] = id,
                ["code"] = code,
                ["name"] = code switch { "fr" => "Français", "en" => "English", _ => language },
            }.Make();
        }

        if (row["bring_fr"].Length + row["bring_en"].Length > 0)
        {
            yield return new RecordBuilder("required_document", Part(id, "bring", 0))
            {
                ["service_id"] = id,
                ["document"] = row["bring_fr"],
                ["document_en"] = row["bring_en"],
            }.Make();
        }

        if (Amount() is { } amount)
            yield return new RecordBuilder("cost_option", Part(id, "cost", 0)) { ["service_id"] = id, ["currency"] = "CAD", ["amount"] = amount }.Make();
        foreach (var (number, area) in row.List("covers").Index())
        {
            var isNamed = area.StartsWith("mrc:", StringComparison.OrdinalIgnoreCase) || area.StartsWith("region:", StringComparison.OrdinalIgnoreCase);
            yield return new RecordBuilder("service_area", Part(id, "area", number))
            {
                ["service_id"] = id,
                ["name"] = area[(isNamed ? area.IndexOf(':', StringComparison.Ordinal) + 1 : 0)..],
                ["extent"] = isNamed ? area : Slug.Of(area) is "everywhere" or "partout" ? "everywhere" : "place:" + area,
                ["extent_type"] = "appelaide",
            }.Make();
        }
    }

    /// <summary>The price as a number; null when there is none, or it is told in words.</summary>
    private string? Amount()
    {
        var text = PlainRecords.Number(row["cost"].Trim('$', ' ', '\u00A0'));
        return Slug.Of(text) is "gratuit" or "free" ? "0" : ValueCheck.NumberOf(text) is >= 0 ? text : null;
    }

    private static string Part(string id, string what, int number) =>
        PlainRecords.Id(string.Create(CultureInfo.InvariantCulture, $"service:{id}:{what}:{number + 1}"));
}
