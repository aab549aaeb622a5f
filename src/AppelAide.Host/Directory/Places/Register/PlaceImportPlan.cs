using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>What an import will write, worked out from what the directory has and what the register says. Pure: the same twice gives the same.</summary>
/// <param name="Added">Rows to insert.</param>
/// <param name="Updated">Rows to change.</param>
/// <param name="Report">What is told of it.</param>
internal sealed record PlaceImportPlan(ImmutableArray<KnownPlace> Added, ImmutableArray<KnownPlace> Updated, PlaceImportReport Report)
{
    /// <summary>Plans an import.</summary>
    /// <param name="known">All rows of the table.</param>
    /// <param name="register">What was read.</param>
    /// <param name="mergers">Places that became part of others.</param>
    /// <param name="retires">Whether places that are missing are retired.</param>
    /// <param name="defects">Where mergers that cannot be are noted.</param>
    public static PlaceImportPlan Make(
        IReadOnlyCollection<KnownPlace> known, PlaceRegister register, ImmutableArray<PlaceMerger> mergers, bool retires, PlaceDefects defects)
    {
        var before = known.ToDictionary(place => place.Id);
        var after = known.ToDictionary(place => place.Id);
        foreach (var place in register.Places)
            after[place.Id] = (before.GetValueOrDefault(place.Id) ?? new KnownPlace()).With(place);

        var here = register.Places.Select(place => place.Id).ToHashSet();
        var skipped = register.Skipped.AddRange(PlaceMergers.Apply(after, mergers, here, defects));
        var missing = after.Values.Where(place => place is { IsOfRegister: true, State: KnownPlace.Active } && !here.Contains(place.Id)).ToArray();
        if (retires)
        {
            foreach (var place in missing)
                after[place.Id] = place with { State = KnownPlace.Retired };
        }

        PlaceEstimates.Apply(after);

        var added = after.Values.Where(place => !before.ContainsKey(place.Id)).OrderBy(place => place.Id, StringComparer.Ordinal).ToImmutableArray();
        var updated = after.Values.Where(place => before.TryGetValue(place.Id, out var was) && was != place).OrderBy(place => place.Id, StringComparer.Ordinal).ToImmutableArray();
        var active = after.Values.Where(place => place is { IsOfRegister: true, State: KnownPlace.Active }).ToArray();
        return new(
            added,
            updated,
            new()
            {
                Added = [.. added.Select(Told)],
                Changed = Those(Change.Facts, Told),
                Renamed = Those(Change.Name, place => $"{Told(before[place.Id])} → {place.Name}"),
                Merged = Those(Change.Merger, place => $"{Told(place)} → {Told(after[place.MergedInto!])}"),
                Returned = Those(Change.Return, Told),
                Retired = Those(Change.Retirement, Told),
                Missing = [.. missing.Where(_ => !retires).Select(Told).Order(StringComparer.Ordinal)],
                Skipped = skipped,
                Unchanged = before.Count - updated.Length,
                Estimated = active.Count(place => place.HasEstimate),
                WithoutPosition = active.Count(place => !place.HasPosition),
            });

        string[] Those(Change change, Func<KnownPlace, string> told) =>
            [.. updated.Where(place => ChangeOf(before[place.Id], place) == change).Select(told)];
    }

    private static string Told(KnownPlace place) => $"{place.Id} {place.Name}";

    // The greatest of what changed: each place is counted once.
    private static Change ChangeOf(KnownPlace was, KnownPlace now) => now.State switch
    {
        KnownPlace.Merged => Change.Merger,
        KnownPlace.Retired when was.State != now.State => Change.Retirement,
        KnownPlace.Active when was.State != now.State => Change.Return,
        _ => was.Name != now.Name ? Change.Name : Change.Facts,
    };

    private enum Change
    {
        Facts,
        Name,
        Merger,
        Return,
        Retirement,
    }
}
