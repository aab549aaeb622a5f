using System.Collections.Immutable;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>Finds the location of the directory that a partner's words name.</summary>
/// <param name="locations">Those of the directory, by their identifiers.</param>
/// <param name="otherwise">Where it is when the words name none; null when nobody said.</param>
internal sealed class VenueFinder(IReadOnlyDictionary<string, Location> locations, Location? otherwise)
{
    private const int LongestVenue = 300;

    private readonly ILookup<string, Location> names = locations.Values.ToLookup(location => TextFolding.Fold(location.Name));

    /// <summary>
    /// The location, and where there in words. A location is found by its identifier, or by its name alone among the parts of an address: "Maison du Quai, 14, rue du
    /// Vieux-Gréement, Gaspé". A name that several have finds none of them.
    /// </summary>
    public (Location? Location, string Venue) Find(string words)
    {
        words = words.ReplaceLineEndings(", ").Trim();
        if (words.Length == 0)
            return (otherwise, "");
        if (locations.TryGetValue(words, out var known) || Named(words, out known))
            return (known, "");
        var parts = words.Split([',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            if (Named(part, out known))
                return (known, "");
        }

        return (otherwise, words.Length > LongestVenue ? words[..LongestVenue] : words);
    }

    private bool Named(string words, out Location location)
    {
        var key = TextFolding.Fold(words);
        var found = key.Length == 0 ? [] : names[key].Take(2).ToImmutableArray();
        location = found is [var only] ? only : null!;
        return found.Length == 1;
    }
}
