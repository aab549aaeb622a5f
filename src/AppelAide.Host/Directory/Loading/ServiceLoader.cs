using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Loading;

/// <summary>Makes the services that the line reads of their rows.</summary>
internal sealed class ServiceLoader
{
    // Faxes are no help to a caller, and text telephones none to most.
    private static readonly string[] NotForVoice = ["fax", "tty", "tdd", "text", "pager", "ats"];

    private readonly ServiceRows rows;
    private readonly Dictionary<string, Location> locations;
    private readonly PlaceTree places;
    private readonly ServiceAreaReader areas;
    private readonly ServiceNeeds needs;
    private readonly OpeningHoursCache hours = new();
    private readonly Dictionary<string, ImmutableArray<string>> lists = [];

    private ServiceLoader(DbConnection connection, Dictionary<string, Location> locations, PlaceTree places, ServiceAreaReader areas, ServiceNeeds needs)
    {
        rows = ServiceRows.Read(connection);
        this.locations = locations;
        this.places = places;
        this.areas = areas;
        this.needs = needs;
    }

    public static ImmutableArray<Service> Load(
        DbConnection connection, Dictionary<string, Location> locations, PlaceTree places, ServiceAreaReader areas, ServiceNeeds needs)
    {
        var loader = new ServiceLoader(connection, locations, places, areas, needs);
        return [.. loader.rows.Services.Select(loader.Service)];
    }

    private Service Service(ServiceRows.ServiceRow row)
    {
        var name = new Bilingual(row.NameFr, row.NameEn);
        return new Service(
            row.Id,
            row.Organization,
            name,
            Interned(needs.Of(rows.Terms[row.Id].Select(term => (term.Taxonomy, term.Code, term.Name)), name)),
            Interned(rows.Languages[row.Id].Where(code => code.Length > 0).Distinct()),
            Bring(row.Id),
            new(Interned(rows.Areas[row.Id].Select(area => areas.Read(area.Name, area.Extent, area.ExtentType)).Where(entry => entry.Length > 0).Distinct())),
            Sites(row))
        {
            For = WhoFor.Read(row.MinimumAge, row.MaximumAge, row.EligibilityFr, row.EligibilityEn),
            IsOffered = row.Status == "active",
            Cost = rows.Costs.TryGetValue(row.Id, out var cost) ? cost : null,
            Alert = new(row.AlertFr, row.AlertEn),
            VerifiedOn = DateOnly.TryParseExact(row.VerifiedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        };
    }

    private ImmutableArray<ServiceSite> Sites(ServiceRows.ServiceRow service)
    {
        ImmutableArray<ServiceSite> found =
        [
            .. rows.Sites[service.Id].Where(site => locations.ContainsKey(site.LocationId)).Select(site => Site(site.Id, service, locations[site.LocationId])),
        ];
        return found.IsEmpty ? [Site("", service, null)] : found;
    }

    private ServiceSite Site(string site, ServiceRows.ServiceRow service, Location? location)
    {
        var at = location?.Id ?? "";
        var phone = rows.Phones.Of(site, service.Id, at, service.OrganizationId).FirstOrDefault(ForVoice);
        return new ServiceSite(location, phone?.Number ?? "", Hours(rows.Schedules.Of(site, service.Id, at, ""), location))
        {
            Extension = phone?.Extension ?? "",
        };
    }

    // A row that cannot be read says nothing rather than something wrong: the import has told of it.
    private OpeningHours Hours(IReadOnlyList<ServiceRows.ScheduleRow> schedules, Location? location)
    {
        if (schedules.Count == 0)
            return OpeningHours.Unknown;
        var rules = new List<ScheduleRule>(schedules.Count);
        foreach (var row in schedules)
        {
            if (ScheduleRuleReader.TryRead(row.Field, out var rule, out _))
                rules.Add(AtTheDoor(rule, row.Timezone, location));
        }

        return hours.From(rules);
    }

    // Times are the door's, unless they were written with an offset that its zone never has.
    private ScheduleRule AtTheDoor(ScheduleRule rule, string timezone, Location? location)
    {
        var written = rule.UtcOffset ?? (double.TryParse(timezone, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var offset) && Math.Abs(offset) <= 14
            ? TimeSpan.FromHours(offset)
            : null);
        if (written is not { } from)
            return rule;
        var standard = places.TimeZoneOf(location?.PlaceId ?? "").BaseUtcOffset;
        return rule.Moved(from == standard || from == standard + TimeSpan.FromHours(1) ? 0 : (int)(standard - from).TotalMinutes);
    }

    private static bool ForVoice(ServiceRows.PhoneRow phone) =>
        PublicPhone.CanBeCalled(phone.Number) && !NotForVoice.Contains(phone.Type, StringComparer.OrdinalIgnoreCase);

    private Bilingual Bring(string service)
    {
        var documents = rows.Documents[service].Select(row => new Bilingual(row.DocumentFr, row.DocumentEn)).Where(words => words.Fr.Length > 0).ToList();
        return new(string.Join(", ", documents.Select(words => words.Fr)), string.Join(", ", documents.Select(words => words.En)));
    }

    // A hundred thousand services share a few hundred lists.
    private ImmutableArray<string> Interned(IEnumerable<string> entries)
    {
        ImmutableArray<string> list = [.. entries];
        if (list.IsEmpty)
            return [];
        var key = string.Join('\n', list);
        if (!lists.TryGetValue(key, out var known))
            lists[key] = known = list;
        return known;
    }
}
