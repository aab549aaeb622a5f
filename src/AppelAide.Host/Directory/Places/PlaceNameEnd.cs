using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>What a run of words names, by index.</summary>
/// <param name="Whole">Places of exactly that name.</param>
/// <param name="Beginnings">Places whose name begins so: <c>Carleton</c> for Carleton-sur-Mer.</param>
/// <param name="Rests">Places whose name ends so: <c>Mont-Louis</c> for Saint-Maxime-du-Mont-Louis.</param>
/// <param name="Areas">MRCs and regions called so, or whose name begins so: they tell homonyms apart.</param>
internal sealed record PlaceNameEnd(ImmutableArray<int> Whole, ImmutableArray<int> Beginnings, ImmutableArray<int> Rests, ImmutableArray<int> Areas)
{
    /// <summary>Names nothing.</summary>
    public static PlaceNameEnd None { get; } = new([], [], [], []);

    public bool IsAnything => Whole.Length + Beginnings.Length + Rests.Length + Areas.Length > 0;
}
