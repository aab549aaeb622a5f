using System.Globalization;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds.Checks;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>The rows of the standard that a row of the older layout becomes; none when it must be left out.</summary>
internal sealed class OhanaRecords(KnownRecords known)
{
    private const string Keywords = "keywords";
    private const string Categories = "open-eligibility";

    private readonly Dictionary<string, string> organizationsOfLocations = new(StringComparer.Ordinal);

    public IEnumerable<HsdsRecord> Organization(OhanaRow row)
    {
        if (row.NewId() is not { Length: > 0 } id)
            yield break;
        yield return new RecordBuilder("organization", id)
        {
            ["name"] = row["name"],
            ["alternate_name"] = row["alternate_name"],
            ["description"] = row["description"],
            ["email"] = row["email"],
            ["website"] = row["website"],
            ["tax_status"] = row["tax_status"],
            ["tax_id"] = row["tax_id"],
            ["legal_status"] = row["legal_status"],
            ["year_incorporated"] = OhanaDates.Read(row["date_incorporated"])?.Year.ToString(CultureInfo.InvariantCulture) ?? "",
        }.Keep(row.Kept("accreditations", "licenses", "date_incorporated")).Make();
        foreach (var record in Funding(row, id))
            yield return record;
    }

    public IEnumerable<HsdsRecord> Program(OhanaRow row)
    {
        if (row.NewId() is { Length: > 0 } id && row.Reference("organization_id", "organization") is { Length: > 0 } organization)
        {
            yield return new RecordBuilder("program", id)
            {
                ["organization_id"] = organization,
                ["name"] = row["name"],
                ["alternate_name"] = row["alternate_name"],
            }.Make();
        }
    }

    public IEnumerable<HsdsRecord> Term(OhanaRow row)
    {
        if (row.NewId("taxonomy_id") is not { Length: > 0 } id)
            yield break;
        foreach (var record in Taxonomy(Categories, "Open Eligibility"))
            yield return record;
        yield return new RecordBuilder("taxonomy_term", id)
        {
            ["code"] = row["taxonomy_id"],
            ["name"] = row["name"],
            ["description"] = row["name"],
            ["parent_id"] = row["parent_id"].Length > 0 ? HsdsIdentity.Make("taxonomy_term", row["parent_id"]) : "",
            ["taxonomy"] = Categories,
            ["taxonomy_id"] = HsdsIdentity.Make("taxonomy", Categories),
        }.Make();
    }

    public IEnumerable<HsdsRecord> Location(OhanaRow row)
    {
        if (row.NewId() is not { Length: > 0 } id)
            yield break;
        organizationsOfLocations[id] = row["organization_id"];
        yield return new RecordBuilder("location", id)
        {
            ["location_type"] = row["virtual"] == "true" ? "virtual" : "physical",
            ["url"] = row["website"],
            ["organization_id"] = row.Reference("organization_id", "organization"),
            ["name"] = row["name"],
            ["alternate_name"] = row["alternate_name"],
            ["description"] = row["description"],
            ["transportation"] = row["transportation"],
            ["latitude"] = row["latitude"],
            ["longitude"] = row["longitude"],
        }.Keep(row.Kept("short_desc", "email", "admin_emails")).Make();
        foreach (var access in row.List("accessibility").Distinct())
        {
            yield return new RecordBuilder("accessibility", HsdsIdentity.Make("accessibility", $"{row["id"]}/{access}"))
            {
                ["location_id"] = id,
                ["description"] = access.Replace('_', ' '),
                ["wheelchair"] = access == "wheelchair" ? "yes" : "",
            }.Make();
        }

        foreach (var record in Languages(row, id))
            yield return record;
    }

    public IEnumerable<HsdsRecord> Service(OhanaRow row)
    {
        if (row.NewId() is not { Length: > 0 } id)
            yield break;
        var location = row.Reference("location_id", "location");
        if (location.Length == 0)
        {
            if (row["location_id"].Length == 0)
                row.Tell(DefectKind.Missing, "location_id", "is empty, and so whose service it is cannot be known", true);
            yield break;
        }

        yield return new RecordBuilder("service", id)
        {
            ["organization_id"] = HsdsIdentity.Make("organization", organizationsOfLocations.GetValueOrDefault(location, "")),
            ["program_id"] = row.Reference("program_id", "program"),
            ["name"] = row["name"],
            ["alternate_name"] = row["alternate_name"],
            ["description"] = row["description"],
            ["url"] = row["website"],
            ["email"] = row["email"],
            ["status"] = row["status"].Length > 0 ? row["status"] : "active",
            ["interpretation_services"] = row["interpretation_services"],
            ["application_process"] = row["application_process"],
            ["fees_description"] = row["fees"],
            ["wait_time"] = row["wait_time"],
            ["eligibility_description"] = row["eligibility"],
        }.Keep(row.Kept("audience", "accepted_payments", "keywords")).Make();
        yield return new RecordBuilder("service_at_location", HsdsIdentity.Make("service_at_location", row["id"]))
        {
            ["service_id"] = id,
            ["location_id"] = location,
        }.Make();
        foreach (var record in Terms(row, id).Concat(Funding(row, id)).Concat(Languages(row, id)))
            yield return record;
        foreach (var area in row.List("service_areas").Distinct())
            yield return Part(row, id, "service_area", area, "name");
        foreach (var document in row.List("required_documents").Distinct())
            yield return Part(row, id, "required_document", document, "document");
    }

    public IEnumerable<HsdsRecord> Contact(OhanaRow row)
    {
        if (row.NewId() is { Length: > 0 } id)
        {
            yield return new RecordBuilder("contact", id)
            {
                ["organization_id"] = row.Reference("organization_id", "organization"),
                ["service_id"] = row.Reference("service_id", "service"),
                ["location_id"] = row.Reference("location_id", "location"),
                ["name"] = row["name"],
                ["title"] = row["title"],
                ["department"] = row["department"],
                ["email"] = row["email"],
            }.Make();
        }
    }

    public IEnumerable<HsdsRecord> Phone(OhanaRow row)
    {
        if (row.NewId() is { Length: > 0 } id)
        {
            yield return new RecordBuilder("phone", id)
            {
                ["location_id"] = row.Reference("location_id", "location"),
                ["service_id"] = row.Reference("service_id", "service"),
                ["organization_id"] = row.Reference("organization_id", "organization"),
                ["contact_id"] = row.Reference("contact_id", "contact"),
                ["number"] = row["country_prefix"] is ['+', ..] prefix ? $"{prefix} {row["number"]}" : row["number"],
                ["extension"] = row["extension"],
                ["type"] = row["number_type"],
                ["description"] = row["department"],
            }.Keep(row.Kept("vanity_number")).Make();
        }
    }

    public IEnumerable<HsdsRecord> Address(OhanaRow row, string type)
    {
        if (row.NewId(prefix: type == "postal" ? "mail/" : "") is { Length: > 0 } id && row.Reference("location_id", "location") is { Length: > 0 } location)
        {
            yield return new RecordBuilder("address", id) { ["location_id"] = location, ["address_type"] = type }
                .Keep(row.Kept("attention", "address_1", "address_2", "city", "state_province", "postal_code", "country"))
                .Make();
        }
    }

    public IEnumerable<HsdsRecord> Hours(OhanaRow row)
    {
        if (row.NewId() is not { Length: > 0 } id || Owner(row) is not { } owner)
            yield break;
        if (!Enum.TryParse<DayOfWeek>(row["weekday"], ignoreCase: true, out var day) || !Enum.IsDefined(day))
        {
            row.Tell(DefectKind.Hours, "weekday", $"\"{ValueCheck.Short(row["weekday"])}\" is not a day", true);
            yield break;
        }

        yield return new RecordBuilder("schedule", id)
        {
            [owner.Field] = owner.Id,
            ["freq"] = "WEEKLY",
            ["byday"] = day.ToString()[..2].ToUpperInvariant(),
            ["opens_at"] = Time(row["opens_at"]),
            ["closes_at"] = Time(row["closes_at"]),
        }.Make();
    }

    public IEnumerable<HsdsRecord> Holiday(OhanaRow row)
    {
        if (row.NewId(prefix: "holiday/") is not { Length: > 0 } id || Owner(row) is not { } owner)
            yield break;
        foreach (var column in (ReadOnlySpan<string>)["start_date", "end_date"])
        {
            if (OhanaDates.Read(row[column]) is null)
                row.Tell(DefectKind.Value, column, $"\"{ValueCheck.Short(row[column])}\" is not a date such as January 01, 2026", true);
        }

        if (OhanaDates.Read(row["start_date"]) is not { } first || OhanaDates.Read(row["end_date"]) is not { } last)
            yield break;
        foreach (var (number, dates) in OhanaDates.Schedules(first, last).Index())
        {
            var part = number == 0 ? id : HsdsIdentity.Make("schedule", string.Create(CultureInfo.InvariantCulture, $"holiday/{row["id"]}/{number + 1}"));
            yield return new RecordBuilder("schedule", part)
            {
                [owner.Field] = owner.Id,
                ["closed"] = row["closed"] == "true" ? "true" : "false",
                ["opens_at"] = Time(row["opens_at"]),
                ["closes_at"] = Time(row["closes_at"]),
            }.Keep(dates).Make();
        }
    }

    private static (string Field, string Id)? Owner(OhanaRow row)
    {
        foreach (var table in (ReadOnlySpan<string>)["service", "location"])
        {
            if (row.Reference(table + "_id", table) is { Length: > 0 } id)
                return (table + "_id", id);
        }

        if (row["service_id"].Length + row["location_id"].Length == 0)
            row.Tell(DefectKind.Missing, "location_id", "is empty, and so is service_id", true);
        return null;
    }

    private IEnumerable<HsdsRecord> Terms(OhanaRow row, string service)
    {
        foreach (var term in row.List("taxonomy_ids").Distinct())
        {
            if (row.Reference("taxonomy_ids", "taxonomy_term", term) is { Length: > 0 } id)
                yield return Attribute(row, service, term, id);
        }

        foreach (var keyword in row.List(Keywords).DistinctBy(Slug.Of).Where(keyword => Slug.Of(keyword).Length > 0))
        {
            foreach (var record in Taxonomy(Keywords, "Keywords"))
                yield return record;
            var old = $"{Keywords}/{Slug.Of(keyword)}";
            var id = HsdsIdentity.Make("taxonomy_term", old);
            if (!known.IsMet("taxonomy_term", id))
            {
                yield return new RecordBuilder("taxonomy_term", id)
                {
                    ["name"] = keyword,
                    ["description"] = keyword,
                    ["taxonomy"] = Keywords,
                    ["taxonomy_id"] = HsdsIdentity.Make("taxonomy", Keywords),
                }.Make();
            }

            yield return Attribute(row, service, old, id);
        }
    }

    private static HsdsRecord Attribute(OhanaRow row, string service, string term, string id) =>
        new RecordBuilder("attribute", HsdsIdentity.Make("attribute", $"{row["id"]}/{term}"))
        {
            ["link_id"] = service,
            ["link_entity"] = "service",
            ["taxonomy_term_id"] = id,
        }.Make();

    private IEnumerable<HsdsRecord> Taxonomy(string code, string name)
    {
        var id = HsdsIdentity.Make("taxonomy", code);
        return known.IsMet("taxonomy", id) ? [] : [new RecordBuilder("taxonomy", id) { ["name"] = name, ["description"] = name }.Make()];
    }

    private static IEnumerable<HsdsRecord> Funding(OhanaRow row, string id) =>
        row.List("funding_sources").Distinct().Select(source => Part(row, id, "funding", source, "source"));

    private static IEnumerable<HsdsRecord> Languages(OhanaRow row, string id) =>
        row.List("languages").Distinct().Select(language => Part(row, id, "language", language, "name"));

    /// <summary>A row out of a list in a cell.</summary>
    private static HsdsRecord Part(OhanaRow row, string id, string table, string value, string field) =>
        new RecordBuilder(table, HsdsIdentity.Make(table, $"{row.Table}/{row["id"]}/{value}")) { [row.Table + "_id"] = id, [field] = value }.Make();

    /// <summary>A time as the standard writes it; as it was written when it is none, so that it is told.</summary>
    private static string Time(string text) => ClockReader.Read(text)?.Minutes is { } minutes ? HoursNotation.Time(minutes) : text;
}
