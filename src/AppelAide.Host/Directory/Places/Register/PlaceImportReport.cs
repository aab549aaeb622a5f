using System.Globalization;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>What an import of places changed, or would change.</summary>
internal sealed record PlaceImportReport
{
    /// <summary>Places that are new, as <c>12345 Name</c>; so in all lists.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Places of which a fact changed: population, MRC, kind, position.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Places that have another name, <c>12345 Old → New</c>; they are found by both.</summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>Places that became part of others, <c>12345 Old → 12346 New</c>.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Places that had merged or been retired, and are in the register again.</summary>
    public IReadOnlyList<string> Returned { get; init; } = [];

    /// <summary>Places that are retired.</summary>
    public IReadOnlyList<string> Retired { get; init; } = [];

    /// <summary>Places that the register no longer has, and that are kept as they are.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Rows that were passed over, and why.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Places that are as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Places whose position is the mean of their neighbours'.</summary>
    public int Estimated { get; init; }

    /// <summary>Places of which no position is known: distances from them are not said.</summary>
    public int WithoutPosition { get; init; }

    /// <summary>Citizens of merged places, who now live in what these became.</summary>
    public int MovedCallers { get; init; }

    /// <summary>Subscriptions to news of merged places, now of what these became.</summary>
    public int MovedSubscriptions { get; init; }

    /// <summary>Whether anything was, or would be, written of a place.</summary>
    public bool IsAnything => Added.Count + Changed.Count + Renamed.Count + Merged.Count + Returned.Count + Retired.Count > 0;

    /// <summary>The report as lines of text: the counts, then every place but those added or merely changed.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Added.Count} added, {Changed.Count} changed, {Renamed.Count} renamed, {Merged.Count} merged, {Returned.Count} returned, {Retired.Count} retired, {Unchanged} unchanged, {Skipped.Count} skipped");
        foreach (var (what, places) in ((string, IReadOnlyList<string>)[])
            [("renamed", Renamed), ("merged", Merged), ("returned", Returned), ("retired", Retired), ("no longer in the register, kept", Missing), ("skipped", Skipped)])
        {
            foreach (var place in places)
                yield return $"  {what}: {place}";
        }

        if (Estimated > 0)
            yield return $"{Estimated} positions are the mean of the neighbours'";
        if (WithoutPosition > 0)
            yield return $"{WithoutPosition} places have no position: no distance is said there";
        if (MovedCallers + MovedSubscriptions > 0)
            yield return $"{MovedCallers} citizens and {MovedSubscriptions} subscriptions moved with their merged places";
    }
}
