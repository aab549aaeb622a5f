using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Loading;

/// <summary>A row that the standard lets belong to an organization, a service, a location, a service at a location, or several of them.</summary>
internal interface IOwnedRow
{
    string? OrganizationId { get; }

    string? ServiceId { get; }

    string? LocationId { get; }

    string? ServiceAtLocationId { get; }
}

/// <summary>Telephones or schedules, found for a service at a location: the nearest to the door wins.</summary>
internal sealed class OwnedRows<T>
    where T : IOwnedRow
{
    private readonly Dictionary<string, List<T>> bySite = [];
    private readonly Dictionary<string, List<T>> byService = [];
    private readonly Dictionary<string, List<T>> byLocation = [];
    private readonly Dictionary<string, List<T>> byOrganization = [];

    public OwnedRows(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            // A publisher that names all the owners of a row means the closest.
            var (index, owner) = row switch
            {
                { ServiceAtLocationId: { } site } => (bySite, site),
                { ServiceId: { } service } => (byService, service),
                { LocationId: { } location } => (byLocation, location),
                { OrganizationId: { } organization } => (byOrganization, organization),
                _ => (null, ""),
            };
            if (index is null)
                continue;
            if (!index.TryGetValue(owner, out var list))
                index[owner] = list = new(1);
            list.Add(row);
        }
    }

    /// <summary>Of the service at this location, else of the service there, else of the service anywhere, else of the location, else of the organization.</summary>
    public IReadOnlyList<T> Of(string site, string service, string location, string organization)
    {
        if (bySite.TryGetValue(site, out var own))
            return own;
        if (byService.TryGetValue(service, out var all))
        {
            var here = all.FindAll(row => row.LocationId == location);
            if (here.Count > 0)
                return here;
            var anywhere = all.FindAll(row => row.LocationId is null);
            if (anywhere.Count > 0)
                return anywhere;
        }

        return byLocation.TryGetValue(location, out var door) ? door : byOrganization.TryGetValue(organization, out var office) ? office : ImmutableArray<T>.Empty;
    }
}
