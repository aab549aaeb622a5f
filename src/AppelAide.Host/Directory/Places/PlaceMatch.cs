using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places;

/// <summary>The places that an answer may mean.</summary>
/// <param name="Places">At most three, most likely first.</param>
/// <param name="IsSure">One, and said clearly enough that a text message need not be asked again.</param>
internal sealed record PlaceMatch(ImmutableArray<Place> Places, bool IsSure)
{
    public static PlaceMatch None { get; } = new([], false);
}
