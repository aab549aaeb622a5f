using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Whose a telephone or a row of hours is: by which fields of it, and how staff are told.</summary>
/// <param name="Service">The service; empty for none.</param>
/// <param name="Location">The location; empty for none.</param>
/// <param name="Site">The service at a location; empty for none.</param>
/// <param name="Organization">The organization; empty for none.</param>
internal sealed record EditOwner(string Service, string Location, string Site, string Organization)
{
    /// <summary>The door, as its name and address say it; empty for every door.</summary>
    public string Door { get; init; } = "";

    /// <summary>Whether other services have it too: it is the door's.</summary>
    public bool IsShared => Location.Length > 0 && Service.Length == 0 && Site.Length == 0;

    /// <summary>A name for a form, the same as long as nothing moves.</summary>
    public string Key => string.Join('|', Service, Location, Site, Organization);

    /// <summary>The closest of the owners that a publisher names, as the line reads it.</summary>
    public static EditOwner Of(HsdsRecord record) => record["service_at_location_id"] is { Length: > 0 } site
        ? new("", "", site, "")
        : record["service_id"] is { Length: > 0 } service
            ? new(service, record["location_id"], "", "")
            : record["location_id"] is { Length: > 0 } location ? new("", location, "", "") : new("", "", "", record["organization_id"]);
}
