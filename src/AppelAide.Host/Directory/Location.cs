namespace AppelAide.Host.Directory;

/// <summary>An address where one can go (HSDS location).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">As said: <c>Bibliothèque de Gaspé</c>.</param>
/// <param name="Address">Street address; empty when it is not public.</param>
/// <param name="PlaceId">The place it is in; empty when not known.</param>
/// <param name="Position">Where it is; null when not known.</param>
/// <param name="Wheelchair">Whether a wheelchair can come in; null when not known.</param>
internal sealed record Location(string Id, string Name, string Address, string PlaceId, GeoPoint? Position, bool? Wheelchair)
{
    /// <summary>The town in its address, which may be none of our places; empty when not known.</summary>
    public string City { get; init; } = "";
}
