using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>
/// The tables of the Human Services Data Specification 3.0, parents before children. https://docs.openreferral.org/en/v3.0.0/hsds/schema_reference.html
/// </summary>
internal static class HsdsTables
{
    /// <summary>The version of the standard.</summary>
    public const string Version = "3.0.0";

    private static readonly HsdsNest Languages = new("languages", "language", "", true);
    private static readonly HsdsNest Phones = new("phones", "phone", "", true);
    private static readonly HsdsNest Contacts = new("contacts", "contact", "", true);
    private static readonly HsdsNest Schedules = new("schedules", "schedule", "", true);

    /// <summary>All of them, each after those it refers to.</summary>
    public static ImmutableArray<HsdsTable> All { get; } =
    [
        new(
            "organization",
            "organizations.csv",
            """
            name! alternate_name description! email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri
            parent_organization_id:uuid
            """,
            new("funding", "funding", "organization_id", true),
            Contacts with { Key = "organization_id" },
            Phones with { Key = "organization_id" },
            new("locations", "location", "organization_id", true),
            new("programs", "program", "organization_id", true),
            new("organization_identifiers", "organization_identifier", "organization_id", true),
            new("services", "service", "organization_id", true)),
        new("program", "programs.csv", "organization_id!>organization name! alternate_name description!"),
        new("taxonomy", "taxonomies.csv", "name! description! uri:uri version"),
        new(
            "taxonomy_term",
            "taxonomy_terms.csv",
            "code name! description! parent_id:uuid taxonomy language taxonomy_id>taxonomy term_uri:uri",
            new HsdsNest("taxonomy_detail", "taxonomy", "taxonomy_id", false)),
        new(
            "location",
            "locations.csv",
            """
            location_type!=physical|postal|virtual url:uri organization_id>organization name alternate_name description transportation
            latitude:number longitude:number external_identifier external_identifier_type
            """,
            Languages with { Key = "location_id" },
            new("addresses", "address", "location_id", true),
            Contacts with { Key = "location_id" },
            new("accessibility", "accessibility", "location_id", true),
            Phones with { Key = "location_id" },
            Schedules with { Key = "location_id" }),
        new(
            "service",
            "services.csv",
            """
            organization_id!>organization program_id>program name! alternate_name description url:uri email:email
            status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees accreditations
            eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:datetime
            """,
            Phones with { Key = "service_id" },
            Schedules with { Key = "service_id" },
            new("service_areas", "service_area", "service_id", true),
            new("service_at_locations", "service_at_location", "service_id", true),
            Languages with { Key = "service_id" },
            new("organization", "organization", "organization_id", false),
            new("funding", "funding", "service_id", true),
            new("cost_options", "cost_option", "service_id", true),
            new("program", "program", "program_id", false),
            new("required_documents", "required_document", "service_id", true),
            Contacts with { Key = "service_id" }),
        new(
            "service_at_location",
            "service_at_location.csv",
            "service_id!>service location_id!>location description",
            Contacts with { Key = "service_at_location_id" },
            Phones with { Key = "service_at_location_id" },
            Schedules with { Key = "service_at_location_id" },
            new("location", "location", "location_id", false),
            new("service", "service", "service_id", false)),
        new(
            "contact",
            "contacts.csv",
            """
            organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location name title department
            email:email
            """,
            Phones with { Key = "contact_id" }),
        new(
            "phone",
            "phones.csv",
            """
            location_id>location service_id>service organization_id>organization contact_id>contact service_at_location_id>service_at_location number!
            extension:number type description
            """,
            Languages with { Key = "phone_id" }),
        new(
            "address",
            "addresses.csv",
            """
            location_id>location attention address_1! address_2 city! region state_province! postal_code! country!
            address_type!=physical|postal|virtual
            """),
        new(
            "schedule",
            "schedules.csv",
            """
            service_id>service location_id>location service_at_location_id>service_at_location valid_from:date valid_to:date dtstart:date timezone:number
            until:date count:number wkst=MO|TU|WE|TH|FR|SA|SU freq=WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description
            opens_at:time closes_at:time schedule_link:uri attending_type notes
            """),
        new("funding", "funding.csv", "organization_id>organization service_id>service source"),
        new("service_area", "service_areas.csv", "service_id>service name description extent extent_type uri"),
        new("required_document", "required_documents.csv", "service_id>service document uri:uri"),
        new("language", "languages.csv", "service_id>service location_id>location phone_id>phone name code note"),
        new("accessibility", "accessibility.csv", "location_id>location description details url:uri"),
        new("cost_option", "cost_options.csv", "service_id!>service valid_from:date valid_to:date option currency amount:number amount_description"),
        new(
            "organization_identifier",
            "organization_identifiers.csv",
            "organization_id!>organization identifier_scheme identifier_type! identifier!"),
        new(
            "attribute",
            "attributes.csv",
            "link_id!:uuid taxonomy_term_id!>taxonomy_term link_type link_entity! value",
            new HsdsNest("taxonomy_term", "taxonomy_term", "taxonomy_term_id", false)),
        new(
            "metadata",
            "metadata.csv",
            """
            resource_id!:uuid resource_type! last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!
            """),
        new("meta_table_description", "meta_table_descriptions.csv", "name language character_set"),
    ];

    private static readonly FrozenDictionary<string, HsdsTable> ByName = All.ToFrozenDictionary(table => table.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Places = All.Index().ToFrozenDictionary(table => table.Item.Name, table => table.Index, StringComparer.Ordinal);

    /// <summary>A table by its name.</summary>
    /// <exception cref="KeyNotFoundException">The standard has none of that name.</exception>
    public static HsdsTable Get(string name) => ByName[name];

    /// <summary>A table by its name; null when the standard has none.</summary>
    public static HsdsTable? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Where a table comes in <see cref="All"/>.</summary>
    public static int PlaceOf(string name) => Places[name];
}
