using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Needs;

namespace AppelAide.Host.Directory.Editing;

/// <summary>
/// The categories by which staff say what a service is found under, one a need. They are staff's own beside those of publishers: a publisher that
/// goes, or no longer has a category, takes none of them away.
/// </summary>
internal static class NeedTerms
{
    private const string Beginning = "console-need-";

    /// <summary>The identifier of a need's category.</summary>
    public static string IdOf(string need) => Beginning + need;

    /// <summary>The category of an identifier; null when it is not staff's.</summary>
    public static HsdsRecord? Find(string id) => id.StartsWith(Beginning, StringComparison.Ordinal) ? Make(id, id[Beginning.Length..]) : null;

    private static HsdsRecord Make(string id, string need) => new(
        "taxonomy_term",
        id,
        [
            KeyValuePair.Create("code", need), KeyValuePair.Create("name", need), KeyValuePair.Create("description", need),
            KeyValuePair.Create("taxonomy", NeedTaxonomy.Own),
        ]);
}
