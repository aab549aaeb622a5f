using System.Collections.Frozen;
using System.Globalization;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Persistence;
using static AppelAide.Host.Directory.Import.TypedColumn;

namespace AppelAide.Host.Directory.Import;

/// <summary>
/// What of each kind of record the line reads (HSDS 3.0, https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html). A kind that is not here is
/// kept as it was written, and only exported.
/// </summary>
internal static class TypedTables
{
    private const int Id = 100;
    private const int Name = 300;
    private const int Line = 1000;
    private const int Any = int.MaxValue;

    /// <summary>The tables by kind.</summary>
    public static FrozenDictionary<string, TypedTable> Create(SqlDialect dialect) => new TypedTable[]
    {
        new(dialect, "organization", isReferred: true,
            Text("name", Name), Text("description_fr", Any, French("description")), Text("description_en", Any),
            Text("email", Name), Text("url", Line, "website"), Link("parent_id", "parent_organization_id")),
        new(dialect, "location", isReferred: true,
            Link("organization_id"), Text("name", Name), Text("address", Line), Link("place_id"),
            Number("latitude", record => Degrees(record["latitude"], 90)), Number("longitude", record => Degrees(record["longitude"], 180)),
            Text("type", 32, "location_type")),
        new(dialect, "service", isReferred: true,
            Link("organization_id"), Text("name_fr", Name, French("name")), Text("name_en", Name),
            Text("description_fr", Any, French("description")), Text("description_en", Any),
            Text("status", 32), Text("alert_fr", Any, French("alert")), Text("alert_en", Any),
            Text("eligibility_fr", Any, French("eligibility_description")), Text("eligibility_en", Any, "eligibility_description_en"),
            Date("verified_on", "assured_date"), Text("verified_by", Name, record => record["assurer"] is { Length: > 0 } name ? name : record["assurer_email"]),
            Whole("minimum_age", record => Years(record["minimum_age"])), Whole("maximum_age", record => Years(record["maximum_age"]))),
        new(dialect, "service_at_location", isReferred: false, Link("service_id"), Link("location_id")),
        new(dialect, "phone", isReferred: false,
            Link("organization_id"), Link("location_id"), Link("service_id"), Link("service_at_location_id"),
            Text("number", 64, record => PublicPhone.Read(record["number"])), Text("extension", 32, record => record["extension"] is { Length: > 0 } own ? own : PhoneText.ExtensionOf(record["number"])), Text("type", 64)),
        new(dialect, "address", isReferred: false,
            Link("location_id"), Text("address_1", Line), Text("address_2", Line), Text("city", Name), Text("state_province", Id),
            Text("postal_code", 32), Text("country", 32), Text("address_type", 32)),
        new(dialect, "schedule", isReferred: false,
            Link("service_id"), Link("location_id"), Link("service_at_location_id"),
            Text("freq", 32), Text("every", 32, "interval"), Text("byday", Name), Text("bymonthday", Name), Text("bymonth", Name),
            Text("byyearday", Line), Text("byweekno", Name), Text("wkst", 32), Text("dtstart", 32), Text("until_on", 32, "until"),
            Text("occurrences", 32, "count"), Text("valid_from", 32), Text("valid_to", 32), Text("opens_at", 32), Text("closes_at", 32),
            Text("timezone", 32), Flag("closed", record => record["closed"] == "true")),
        new(dialect, "language", isReferred: false,
            Link("service_id"), Link("location_id"), Link("phone_id"), Text("code", 32, record => SpokenLanguage.Code(record["code"], record["name"]))),
        new(dialect, "accessibility", isReferred: false,
            Link("location_id"), FlagOrNone("wheelchair", WheelchairWords.Read), Text("description", Any)),
        new(dialect, "service_area", isReferred: false, Link("service_id"), Text("name", Any), Text("extent", Any), Text("extent_type", 64)),
        new(dialect, "required_document", isReferred: false,
            Link("service_id"), Text("document_fr", Any, French("document")), Text("document_en", Any)),
        new(dialect, "cost_option", isReferred: false,
            Link("service_id"), Text("name", Any, "option"), Number("amount", record => Decimal(record["amount"])), Text("currency", 32)),
        new(dialect, "taxonomy_term", isReferred: false,
            Text("code", Name), Text("name", Line), Text("taxonomy", Name), Link("parent_id")),
        new(dialect, "attribute", isReferred: false, Text("link_entity", 64), Text("link_id", Id), Text("taxonomy_term_id", Id)),
    }.ToFrozenDictionary(table => table.Kind);

    // The standard has one field for all languages: ours adds the two where the publisher has both.
    private static Func<HsdsRecord, string> French(string field) =>
        record => record[field + "_fr"] is { Length: > 0 } french ? french : record[field];

    private static double? Degrees(string text, double most) => Decimal(text) is { } degrees && Math.Abs(degrees) <= most ? degrees : null;

    private static double? Decimal(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Years(string text) => Decimal(text) is >= 0 and <= 150 and { } years ? (long)years : null;
}
