namespace AppelAide.Host.Directory.Places.Register;

/// <summary>A row of the register, its columns as written but for spaces around them.</summary>
internal sealed record PlaceRegisterRow
{
    /// <summary>Its line in the file.</summary>
    public required int Line { get; init; }

    /// <summary><c>mcode</c>: the official code.</summary>
    public required string Code { get; init; }

    /// <summary><c>munnom</c>: the official name.</summary>
    public required string Name { get; init; }

    /// <summary><c>mdes</c> and <c>mcodedesi</c>: what kind of municipality it is.</summary>
    public required PlaceDesignation Designation { get; init; }

    /// <summary><c>mrc</c>, without its number: <c>Brome-Missisquoi</c>. Empty outside any MRC.</summary>
    public required string Mrc { get; init; }

    /// <summary><c>divrec</c>, the census division, without its number.</summary>
    public required string Division { get; init; }

    /// <summary><c>regadm</c>, without its number.</summary>
    public required string Region { get; init; }

    /// <summary><c>mcodpos</c>; may be empty.</summary>
    public required string PostalCode { get; init; }

    /// <summary><c>mpopul</c>; null when empty.</summary>
    public required int? Population { get; init; }

    /// <summary><c>latitude</c> and <c>longitude</c>; null when the file has none.</summary>
    public required GeoPoint? Position { get; init; }
}
