namespace AppelAide.Host.Directory.Places.Register;

/// <summary>A place as the official register has it, in the directory's terms.</summary>
internal sealed record RegisteredPlace
{
    /// <summary>The official code, five digits.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="Place.Name"/>
    public required string Name { get; init; }

    /// <summary>The kind of municipality.</summary>
    public required PlaceDesignation Designation { get; init; }

    /// <inheritdoc cref="Place.Mrc"/>
    public required string Mrc { get; init; }

    /// <inheritdoc cref="Place.Region"/>
    public required string Region { get; init; }

    /// <inheritdoc cref="Place.TimeZone"/>
    public required string TimeZone { get; init; }

    /// <summary>That of the town hall; empty when it has none.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>Residents; null when the file does not say.</summary>
    public int? Population { get; init; }

    /// <summary>Null when the file does not say: the official one never does.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>The inhabited one of two rows that are one community; empty for all other places.</summary>
    public string ParentId { get; init; } = "";
}
