using System.Collections.Immutable;
using System.Data.Common;
using AppelAide.Host.Consultations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Trainings;
using Dapper;

namespace AppelAide.Host.Directory;

/// <summary>Loads the directory whole.</summary>
internal static class DirectoryStore
{
    private const string Version = "SELECT version FROM directory_version";

    private const string Advance = "UPDATE directory_version SET version = version + 1";

    private const string Places = """
        SELECT id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population FROM place
        """;

    private const string Locations = "SELECT id, name, address, place_id, latitude, longitude, wheelchair FROM location";

    private const string Services = """
        SELECT s.id, o.name AS organization, o.phone AS organization_phone, s.name_fr, s.name_en, s.languages, s.bring_fr, s.bring_en, s.covers
        FROM service s JOIN organization o ON o.id = s.organization_id
        """;

    private const string Needs = "SELECT service_id, need FROM service_need";

    private const string Sites = "SELECT id, service_id, location_id FROM service_at_location ORDER BY id";

    private const string Phones = "SELECT service_id, location_id, number FROM phone ORDER BY id";

    private const string Schedules = "SELECT service_at_location_id AS site_id, byday, opens_at, closes_at FROM schedule";

    /// <summary>The directory's version.</summary>
    public static long ReadVersion(DbConnection connection) => connection.QuerySingle<long>(Version);

    /// <summary>Says that the directory changes in this transaction: every host then loads it anew.</summary>
    public static void Changed(WriteScope scope) => scope.Execute(Advance);

    /// <summary>Everything. The version is read first: what changes meanwhile makes the snapshot stale, never wrongly fresh.</summary>
    public static DirectorySnapshot Load(DbConnection connection)
    {
        var version = ReadVersion(connection);
        var places = connection.Query<PlaceRow>(Places).Select(row => row.ToPlace()).ToImmutableArray();
        var tree = new PlaceTree(places);
        var locations = connection.Query<LocationRow>(Locations).ToDictionary(row => row.Id, row => row.ToLocation());
        return new(
            version,
            places,
            ReadServices(connection, locations),
            TrainingStore.Load(connection, locations, tree),
            ConsultationStore.Load(connection));
    }

    private static ImmutableArray<Service> ReadServices(DbConnection connection, Dictionary<string, Location> locations)
    {
        var needs = connection.Query<NeedRow>(Needs).ToLookup(row => row.ServiceId, row => row.Need);
        var sites = connection.Query<SiteRow>(Sites).ToLookup(row => row.ServiceId);
        var hours = connection.Query<ScheduleRow>(Schedules).ToLookup(row => row.SiteId);
        var phones = connection.Query<PhoneRow>(Phones).ToList();
        var byService = phones.Where(phone => phone.ServiceId is not null).ToLookup(phone => phone.ServiceId!);
        var byLocation = phones.Where(phone => phone is { ServiceId: null, LocationId: not null }).ToLookup(phone => phone.LocationId!, phone => phone.Number);

        return
        [
            .. connection.Query<ServiceRow>(Services).Select(row => new Service(
                row.Id,
                row.Organization,
                new(row.NameFr, row.NameEn),
                [.. needs[row.Id]],
                Split(row.Languages),
                new(row.BringFr, row.BringEn),
                new(Split(row.Covers)),
                SitesOf(row))),
        ];

        ImmutableArray<ServiceSite> SitesOf(ServiceRow service)
        {
            ImmutableArray<ServiceSite> found =
            [
                .. sites[service.Id].Where(site => locations.ContainsKey(site.LocationId)).Select(site => new ServiceSite(
                    locations[site.LocationId],
                    PhoneOf(service, site.LocationId),
                    new([.. hours[site.Id].SelectMany(row => row.Ranges())]))),
            ];
            return found.IsEmpty ? [new(null, PhoneOf(service, ""), WeeklyHours.Unknown)] : found;
        }

        // The nearest to the door: the service's number there, the service's, the location's, the organization's.
        string PhoneOf(ServiceRow service, string location)
        {
            var own = byService[service.Id].ToList();
            return own.Find(phone => phone.LocationId == location)?.Number
                ?? own.Find(phone => phone.LocationId is null)?.Number
                ?? byLocation[location].FirstOrDefault()
                ?? service.OrganizationPhone;
        }
    }

    private static ImmutableArray<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private sealed class PlaceRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public string? ParentId { get; init; }
        public string Mrc { get; init; } = "";
        public string Region { get; init; } = "";
        public double Latitude { get; init; }
        public double Longitude { get; init; }
        public string TimeZone { get; init; } = "";
        public string PostalCodes { get; init; } = "";
        public string Aliases { get; init; } = "";
        public int Population { get; init; }

        public Place ToPlace() => new(
            Id, Name, Kind, ParentId ?? "", Mrc, Region, Latitude, Longitude, TimeZone, Split(PostalCodes), Split(Aliases), Population);
    }

    private sealed class LocationRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Address { get; init; } = "";
        public string? PlaceId { get; init; }
        public double? Latitude { get; init; }
        public double? Longitude { get; init; }
        public bool? Wheelchair { get; init; }

        public Location ToLocation() => new(
            Id, Name, Address, PlaceId ?? "", Latitude is { } latitude && Longitude is { } longitude ? new(latitude, longitude) : null, Wheelchair);
    }

    private sealed class ServiceRow
    {
        public string Id { get; init; } = "";
        public string Organization { get; init; } = "";
        public string OrganizationPhone { get; init; } = "";
        public string NameFr { get; init; } = "";
        public string NameEn { get; init; } = "";
        public string Languages { get; init; } = "";
        public string BringFr { get; init; } = "";
        public string BringEn { get; init; } = "";
        public string Covers { get; init; } = "";
    }

    private sealed class NeedRow
    {
        public string ServiceId { get; init; } = "";
        public string Need { get; init; } = "";
    }

    private sealed class SiteRow
    {
        public string Id { get; init; } = "";
        public string ServiceId { get; init; } = "";
        public string LocationId { get; init; } = "";
    }

    private sealed class PhoneRow
    {
        public string? ServiceId { get; init; }
        public string? LocationId { get; init; }
        public string Number { get; init; } = "";
    }

    private sealed class ScheduleRow
    {
        public string SiteId { get; init; } = "";
        public string Byday { get; init; } = "";
        public string OpensAt { get; init; } = "";
        public string ClosesAt { get; init; } = "";

        // HSDS and iCalendar name the days MO,TU; a row that cannot be read says nothing rather than something wrong.
        public IEnumerable<OpeningRange> Ranges()
        {
            if (HoursNotation.Minutes(OpensAt) is not { } from || HoursNotation.Minutes(ClosesAt) is not { } to)
                yield break;
            foreach (var name in Byday.Split(',', StringSplitOptions.TrimEntries))
            {
                if (HoursNotation.Day(name) is { } day)
                    yield return new(day, from, to <= from ? to + HoursNotation.MinutesADay : to);
            }
        }
    }
}
