using System.Data.Common;
using Dapper;

namespace AppelAide.Host.Directory.Loading;

/// <summary>The rows of the typed tables that services are made of, as they are in the database.</summary>
internal sealed class ServiceRows
{
    private const string SelectServices = """
        SELECT s.id, s.organization_id, o.name AS organization, s.name_fr, s.name_en, s.status, s.alert_fr, s.alert_en, s.eligibility_fr, s.eligibility_en,
          s.minimum_age, s.maximum_age, s.verified_on
        FROM service s JOIN organization o ON o.id = s.organization_id
        WHERE s.active = 1
        """;

    private const string SelectSites = "SELECT id, service_id, location_id FROM service_at_location ORDER BY id";

    private const string SelectPhones = "SELECT id, organization_id, location_id, service_id, service_at_location_id, number, extension, type FROM phone ORDER BY id";

    private const string SelectSchedules = """
        SELECT service_id, location_id, service_at_location_id, freq, every, byday, bymonthday, bymonth, byyearday, byweekno, wkst, dtstart, until_on,
          occurrences, valid_from, valid_to, opens_at, closes_at, timezone, closed
        FROM schedule ORDER BY id
        """;

    private const string SelectLanguages = "SELECT service_id, code FROM language WHERE service_id IS NOT NULL";

    private const string SelectAreas = "SELECT service_id, name, extent, extent_type FROM service_area WHERE service_id IS NOT NULL";

    private const string SelectDocuments = "SELECT service_id, document_fr, document_en FROM required_document WHERE service_id IS NOT NULL ORDER BY id";

    private const string SelectCosts = """
        SELECT service_id, MIN(amount) AS amount FROM cost_option WHERE amount IS NOT NULL AND currency IN ('', 'CAD', 'cad') GROUP BY service_id
        """;

    private const string SelectTerms = """
        SELECT a.link_id AS service_id, t.code, t.name, t.taxonomy, t.parent_id FROM attribute a JOIN taxonomy_term t ON t.id = a.taxonomy_term_id
        WHERE a.link_entity = 'service'
        """;

    private ServiceRows(DbConnection connection)
    {
        Services = connection.Query<ServiceRow>(SelectServices).AsList();
        Sites = connection.Query<SiteRow>(SelectSites).ToLookup(row => row.ServiceId);
        Phones = new(connection.Query<PhoneRow>(SelectPhones));
        Schedules = new(connection.Query<ScheduleRow>(SelectSchedules));
        Languages = connection.Query<LanguageRow>(SelectLanguages).ToLookup(row => row.ServiceId, row => row.Code);
        Areas = connection.Query<AreaRow>(SelectAreas).ToLookup(row => row.ServiceId);
        Documents = connection.Query<DocumentRow>(SelectDocuments).ToLookup(row => row.ServiceId);
        Costs = connection.Query<CostRow>(SelectCosts).ToDictionary(row => row.ServiceId, row => row.Amount);
        Terms = connection.Query<TermRow>(SelectTerms).ToLookup(row => row.ServiceId);
    }

    public List<ServiceRow> Services { get; }

    public ILookup<string, SiteRow> Sites { get; }

    public OwnedRows<PhoneRow> Phones { get; }

    public OwnedRows<ScheduleRow> Schedules { get; }

    public ILookup<string, string> Languages { get; }

    public ILookup<string, AreaRow> Areas { get; }

    public ILookup<string, DocumentRow> Documents { get; }

    /// <summary>The least that each costs, in Canadian dollars.</summary>
    public Dictionary<string, decimal> Costs { get; }

    public ILookup<string, TermRow> Terms { get; }

    public static ServiceRows Read(DbConnection connection) => new(connection);

    internal sealed class ServiceRow
    {
        public string Id { get; init; } = "";
        public string OrganizationId { get; init; } = "";
        public string Organization { get; init; } = "";
        public string NameFr { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string Status { get; init; } = "";
        public string AlertFr { get; init; } = "";
        public string AlertEn { get; init; } = "";
        public string EligibilityFr { get; init; } = "";
        public string EligibilityEn { get; init; } = "";
        public int? MinimumAge { get; init; }
        public int? MaximumAge { get; init; }
        public string? VerifiedOn { get; init; }
    }

    internal sealed class SiteRow
    {
        public string Id { get; init; } = "";
        public string ServiceId { get; init; } = "";
        public string LocationId { get; init; } = "";
    }

    internal sealed class PhoneRow : IOwnedRow
    {
        public string? OrganizationId { get; init; }
        public string? LocationId { get; init; }
        public string? ServiceId { get; init; }
        public string? ServiceAtLocationId { get; init; }
        public string Number { get; init; } = "";
        public string Extension { get; init; } = "";
        public string Type { get; init; } = "";
    }

    internal sealed class ScheduleRow : IOwnedRow
    {
        public string? OrganizationId => null;
        public string? ServiceId { get; init; }
        public string? LocationId { get; init; }
        public string? ServiceAtLocationId { get; init; }
        public string Freq { get; init; } = "";
        public string Every { get; init; } = "";
        public string Byday { get; init; } = "";
        public string Bymonthday { get; init; } = "";
        public string Bymonth { get; init; } = "";
        public string Byyearday { get; init; } = "";
        public string Byweekno { get; init; } = "";
        public string Wkst { get; init; } = "";
        public string Dtstart { get; init; } = "";
        public string UntilOn { get; init; } = "";
        public string Occurrences { get; init; } = "";
        public string ValidFrom { get; init; } = "";
        public string ValidTo { get; init; } = "";
        public string OpensAt { get; init; } = "";
        public string ClosesAt { get; init; } = "";
        public string Timezone { get; init; } = "";
        public bool Closed { get; init; }

        /// <summary>The value of a field of the standard.</summary>
        public string Field(string name) => name switch
        {
            "freq" => Freq,
            "interval" => Every,
            "byday" => Byday,
            "bymonthday" => Bymonthday,
            "bymonth" => Bymonth,
            "byyearday" => Byyearday,
            "byweekno" => Byweekno,
            "wkst" => Wkst,
            "dtstart" => Dtstart,
            "until" => UntilOn,
            "count" => Occurrences,
            "valid_from" => ValidFrom,
            "valid_to" => ValidTo,
            "opens_at" => OpensAt,
            "closes_at" => ClosesAt,
            "timezone" => Timezone,
            "closed" => Closed ? "true" : "",
            _ => "",
        };
    }

    internal sealed class LanguageRow
    {
        public string ServiceId { get; init; } = "";
        public string Code { get; init; } = "";
    }

    internal sealed class AreaRow
    {
        public string ServiceId { get; init; } = "";
        public string Name { get; init; } = "";
        public string Extent { get; init; } = "";
        public string ExtentType { get; init; } = "";
    }

    internal sealed class DocumentRow
    {
        public string ServiceId { get; init; } = "";
        public string DocumentFr { get; init; } = "";
        public string DocumentEn { get; init; } = "";
    }

    internal sealed class CostRow
    {
        public string ServiceId { get; init; } = "";
        public decimal Amount { get; init; }
    }

    internal sealed class TermRow
    {
        public string ServiceId { get; init; } = "";
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
        public string Taxonomy { get; init; } = "";
    }
}
