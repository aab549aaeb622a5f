namespace AppelAide.Host.Directory.Hsds;

/// <summary>Where the JSON form of the standard puts rows of one table inside an object of another.</summary>
/// <param name="Property">The property of the outer object.</param>
/// <param name="Table">The table of what is inside.</param>
/// <param name="Key">The field that says so in rows: of the inner row when it is a list, of the outer row when it is a single object.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record HsdsNest(string Property, string Table, string Key, bool IsList)
{
    /// <summary>The field of the inner row that holds the outer table's name: attributes and metadata may be about anything. Empty elsewhere.</summary>
    public string KindKey => IsList ? Table switch { "attribute" => "link_entity", "metadata" => "resource_type", _ => "" } : "";
}
