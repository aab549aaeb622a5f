using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>A run of words of a message that names something.</summary>
/// <param name="Start">Its first word.</param>
/// <param name="End">After its last word.</param>
/// <param name="Places">The places it may name.</param>
/// <param name="Areas">The MRCs and regions it may name.</param>
/// <param name="IsWhole">The whole of a name, not a part.</param>
/// <param name="Slips">Letters that differ from the name.</param>
/// <param name="Letters">Letters of the name that were said.</param>
/// <param name="IsVouched">The words around it say that a place is meant, or there are no others.</param>
internal sealed record PlaceHit(
    int Start,
    int End,
    ImmutableArray<int> Places,
    ImmutableArray<int> Areas,
    bool IsWhole,
    int Slips,
    int Letters,
    bool IsVouched)
{
    public bool IsExact => IsWhole && Slips == 0;

    /// <summary>Longer is better; a whole name is better than a part; a slip costs two letters and a half.</summary>
    public int Score => 2 * Letters - 5 * Slips + (Places.Length == 0 ? 0 : IsWhole ? 4 : -2);

    public bool Overlaps(PlaceHit other) => Start < other.End && other.Start < End;
}
