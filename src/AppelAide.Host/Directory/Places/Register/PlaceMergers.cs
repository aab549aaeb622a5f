namespace AppelAide.Host.Directory.Places.Register;

/// <summary>Makes places part of others.</summary>
internal static class PlaceMergers
{
    // Mergers of mergers; a ring of them is longer.
    private const int Longest = 10;

    /// <summary>Applies mergers to the places that will be.</summary>
    /// <param name="places">All places by identifier; changed.</param>
    /// <param name="mergers">What became part of what, in any order.</param>
    /// <param name="register">The codes that the register has.</param>
    /// <param name="defects">Mergers that cannot be.</param>
    /// <returns>Mergers that change nothing because their old place was never here, as they are told.</returns>
    public static List<string> Apply(
        Dictionary<string, KnownPlace> places, IReadOnlyCollection<PlaceMerger> mergers, HashSet<string> register, PlaceDefects defects)
    {
        var skipped = new List<string>();
        var next = places.Values.Where(place => place.MergedInto is not null).ToDictionary(place => place.Id, place => place.MergedInto!);
        foreach (var group in mergers.GroupBy(merger => merger.OldId))
        {
            var merger = group.First();
            if (group.FirstOrDefault(other => other.NewId != merger.NewId) is { } other)
                defects.Add(other.File, other.Row, "old", $"\"{other.OldId}\" became part of {merger.NewId} on another line");
            else if (merger.OldId == merger.NewId)
                defects.Add(merger.File, merger.Row, "new", $"\"{merger.NewId}\" is the same as the old one");
            else if (register.Contains(merger.OldId))
                defects.Add(merger.File, merger.Row, "old", $"\"{merger.OldId}\" is still in the register");
            else
                next[merger.OldId] = merger.NewId;
        }

        foreach (var merger in mergers)
        {
            if (!next.ContainsKey(merger.OldId))
                continue;
            if (End(merger.OldId) is not { } end)
                defects.Add(merger.File, merger.Row, "new", $"\"{merger.NewId}\" became part of \"{merger.OldId}\" itself");
            else if (!places.TryGetValue(end, out var target) || target.State == KnownPlace.Retired)
                defects.Add(merger.File, merger.Row, "new", $"no place has the code \"{end}\"");
            else if (!places.ContainsKey(merger.OldId))
                skipped.Add($"{merger.OldId}, which became part of {end}, was never here");
        }

        foreach (var oldId in next.Keys)
        {
            // Never a chain in the table: what had become part of a place that merges now is part of the new one.
            if (places.TryGetValue(oldId, out var old) && End(oldId) is { } end && places.TryGetValue(end, out var target))
                places[oldId] = old with { State = KnownPlace.Merged, MergedInto = end, TimeZone = target.TimeZone };
        }

        return skipped;

        string? End(string id)
        {
            for (var i = 0; i < Longest; i++)
            {
                if (!next.TryGetValue(id, out var further))
                    return id;
                id = further;
            }

            return null;
        }
    }
}
