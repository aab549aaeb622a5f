using System.Collections.Frozen;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory.Places;

namespace AppelAide.Host.Directory.Loading;

/// <summary>Reads a service area in a publisher's words: a municipality, an MRC, a region, or the whole province.</summary>
internal sealed class ServiceAreaReader(PlaceTree places, PlaceFinder finder)
{
    private static readonly FrozenSet<string> Everywhere = new[]
    {
        "quebec province", "province de quebec", "province of quebec", "province du quebec", "tout le quebec", "all of quebec", "ensemble du quebec", "province", "provincial",
        "partout au quebec", "canada", "tout le canada", "national", "pancanadien", "worldwide", "everywhere", "partout",
    }.ToFrozenSet();

    private readonly FrozenDictionary<string, string> regions = Names(places.All.Select(place => place.Region), ServiceArea.Region);
    private readonly FrozenDictionary<string, string> mrcs = Names(places.All.Select(place => place.Mrc), ServiceArea.Mrc);
    private readonly Dictionary<string, string> read = [];

    /// <summary>The entry of <see cref="ServiceArea"/> for an area; empty when it names nothing that the line knows.</summary>
    public string Read(string name, string extent, string extentType)
    {
        if (extentType == "appelaide")
            return extent.StartsWith("place:", StringComparison.Ordinal) ? extent["place:".Length..] : extent;
        if (!read.TryGetValue(name, out var entry))
            read[name] = entry = ReadName(name);
        return entry;
    }

    private string ReadName(string name)
    {
        var folded = TextFolding.Fold(name).Trim();
        if (Everywhere.Contains(folded))
            return ServiceArea.Everywhere;
        var bare = Without(folded, "mrc de la ", "mrc de l ", "mrc du ", "mrc des ", "mrc de ", "mrc d ", "mrc ", "region de la ", "region de l ", "region du ", "region des ", "region de ", "region administrative de la ", "region ");
        if (folded.StartsWith("mrc", StringComparison.Ordinal))
            return mrcs.GetValueOrDefault(bare, "");
        if (regions.TryGetValue(bare, out var region))
            return region;
        // A municipality often lends its name to nobody's MRC; an MRC that has a name of its own is meant when it is named.
        if (finder.FromText(name) is { IsSure: true, Places: [var only] } && TextFolding.Fold(only.Name).Trim() == folded)
            return only.Id;
        return mrcs.TryGetValue(bare, out var mrc) ? mrc : "";
    }

    private static string Without(string text, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
                return text[beginning.Length..];
        }

        return text;
    }

    // "La Côte-de-Gaspé" is also "Côte-de-Gaspé"; "Gaspésie" is half of its region's name.
    private static FrozenDictionary<string, string> Names(IEnumerable<string> names, string prefix)
    {
        var found = new Dictionary<string, string>();
        foreach (var name in names.Where(name => name.Length > 0).Distinct())
        {
            foreach (var said in (string[])[name, .. PlaceArea.Halves(name)])
            {
                var folded = TextFolding.Fold(said).Trim();
                found.TryAdd(folded, prefix + name);
                found.TryAdd(Without(folded, "la ", "le ", "les ", "l "), prefix + name);
            }
        }

        return found.ToFrozenDictionary();
    }
}
