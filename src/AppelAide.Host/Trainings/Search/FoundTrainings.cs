using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The sessions that suit a wish, best first.</summary>
/// <param name="Sessions">They all suit it equally: as a whole, or but for what was given up.</param>
/// <param name="Dropped">What of the wish was given up, because nothing fulfils it all.</param>
internal sealed record FoundTrainings(ImmutableArray<FoundSession> Sessions, WishParts Dropped)
{
    /// <summary>There is none.</summary>
    public static FoundTrainings None { get; } = new([], WishParts.None);
}
