using System.Data.Common;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory.Places;
using Dapper;

namespace AppelAide.Host.Directory.Loading;

/// <summary>Reads the addresses, and finds the place that each is in: publishers know towns, the line knows places.</summary>
internal sealed class LocationReader(PlaceTree places, PlaceFinder finder)
{
    // A door this far from every place we know is in another country.
    private const double FarthestKm = 40;

    private const string Locations = "SELECT id, name, address, place_id, latitude, longitude FROM location WHERE active = 1";

    private const string Addresses = """
        SELECT location_id, address_1, address_2, city, state_province, address_type FROM address WHERE location_id IS NOT NULL ORDER BY id
        """;

    private const string Accessibilities = "SELECT location_id, wheelchair FROM accessibility WHERE location_id IS NOT NULL AND wheelchair IS NOT NULL";

    private readonly Dictionary<string, string> towns = [];
    private readonly Dictionary<(int, int), string> around = [];

    public Dictionary<string, Location> Read(DbConnection connection)
    {
        var addresses = new Dictionary<string, AddressRow>();
        // Where one goes is wanted, not where one writes to, unless it is all there is.
        foreach (var row in connection.Query<AddressRow>(Addresses))
        {
            if (!addresses.TryGetValue(row.LocationId, out var first) || (first.AddressType == "postal" && row.AddressType != "postal"))
                addresses[row.LocationId] = row;
        }

        var wheelchairs = connection.Query<WheelchairRow>(Accessibilities).ToLookup(row => row.LocationId, row => row.Wheelchair);
        return connection.Query<LocationRow>(Locations).ToDictionary(
            row => row.Id,
            row =>
            {
                var address = addresses.GetValueOrDefault(row.Id);
                GeoPoint? position = row is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null;
                var place = row.PlaceId ?? PlaceOf(address, position);
                return new Location(row.Id, row.Name, Told(row, address), place, position ?? places.Find(place)?.Position, Wheelchair(wheelchairs[row.Id]))
                {
                    City = address?.City ?? "",
                };
            });
    }

    private static string Told(LocationRow row, AddressRow? address) =>
        row.Address.Length > 0 || address is null
            ? row.Address
            : string.Join(", ", new[] { address.Address1, address.Address2, address.City }.Where(part => part.Length > 0));

    // A ramp somewhere and a step elsewhere: better to say no than to send somebody to a step.
    private static bool? Wheelchair(IEnumerable<bool> said)
    {
        bool? answer = null;
        foreach (var way in said)
            answer = answer != false && way;
        return answer;
    }

    private string PlaceOf(AddressRow? address, GeoPoint? position)
    {
        if (address is { City.Length: > 0 } && InQuebec(address.StateProvince))
        {
            if (!towns.TryGetValue(address.City, out var known))
            {
                var found = finder.FromText(address.City);
                towns[address.City] = known = found is { IsSure: true, Places: [var only] } ? only.Id : "";
            }

            if (known.Length > 0)
                return known;
        }

        return position is { } point ? NearestTo(point) : "";
    }

    // Doors of one street are near the same village: asked once a kilometre.
    private string NearestTo(GeoPoint point)
    {
        var cell = ((int)Math.Floor(point.Latitude * 100), (int)Math.Floor(point.Longitude * 100));
        if (!around.TryGetValue(cell, out var known))
        {
            var nearest = places.All.Where(place => place.Position is not null).MinBy(place => place.Position!.Value.KilometresTo(point));
            around[cell] = known = nearest?.Position!.Value.KilometresTo(point) <= FarthestKm ? nearest.Id : "";
        }

        return known;
    }

    private static bool InQuebec(string province) => TextFolding.Fold(province).Trim() is "" or "qc" or "quebec" or "pq" or "que";

    private sealed class LocationRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Address { get; init; } = "";
        public string? PlaceId { get; init; }
        public double? Latitude { get; init; }
        public double? Longitude { get; init; }
    }

    private sealed class AddressRow
    {
        public string LocationId { get; init; } = "";
        public string Address1 { get; init; } = "";
        public string Address2 { get; init; } = "";
        public string City { get; init; } = "";
        public string StateProvince { get; init; } = "";
        public string AddressType { get; init; } = "";
    }

    private sealed class WheelchairRow
    {
        public string LocationId { get; init; } = "";
        public bool Wheelchair { get; init; }
    }
}
