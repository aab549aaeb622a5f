using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>Places by the keys that spell them: 4-2-7 begins Gaspé; 7-2-6 are the initials of Sainte-Anne-des-Monts.</summary>
internal sealed class PlaceKeys(ImmutableArray<Place> places)
{
    // One key begins a tenth of all names.
    private const int FewestKeys = 2;

    private const int MostKeys = 60;

    private readonly KeypadName[] names = [.. places.Select(place => new KeypadName(place.Name, place.Aliases))];

    /// <summary>The places that keys may mean: those whose whole name they spell, else all whose name they begin or abbreviate.</summary>
    public ImmutableArray<int> Find(string digits)
    {
        if (digits.Length is < FewestKeys or > MostKeys || digits.AsSpan().ContainsAnyExceptInRange('2', '9'))
            return [];
        var whole = ImmutableArray.CreateBuilder<int>();
        var begun = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < names.Length; i++)
        {
            var rank = names[i].Rank(digits);
            if (rank == KeypadRank.Exact)
                whole.Add(i);
            else if (rank != KeypadRank.None)
                begun.Add(i);
        }

        return whole.Count > 0 ? whole.ToImmutable() : begun.ToImmutable();
    }
}
