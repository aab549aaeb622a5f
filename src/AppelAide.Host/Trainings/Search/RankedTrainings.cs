using System.Collections.Concurrent;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>
/// The sessions of one directory, best first, for each place, wish and language that was asked for: the same list, until a session begins or
/// comes within the days that are looked ahead. Thrown away with the directory.
/// </summary>
internal sealed class RankedTrainings
{
    /// <summary>How many lists are kept. Wishes hold citizens' own words, so there is no end of them.</summary>
    public const int MostLists = 1000;

    private readonly ConcurrentDictionary<(string Place, TrainingWish Wish, string Language), RankedSessions> lists = new();
    private volatile Words? words;

    /// <summary>How many lists are kept now.</summary>
    public int Count => lists.Count;

    /// <summary>As <see cref="TrainingSearch.Next"/>, from memory where it can be.</summary>
    public FoundTrainings Next(DirectorySnapshot directory, WishWords known, Place? place, TrainingWish wish, string language, DateTimeOffset now)
    {
        var own = OwnWordsOf(directory, known);
        var key = (place?.Id ?? "", wish, language);
        if (lists.TryGetValue(key, out var list) && list.From <= now && now < list.Until)
            return list.Found;
        var found = TrainingSearch.Next(directory, own, place, wish, language, now);
        if (lists.Count >= MostLists)
            lists.Clear();
        lists[key] = new RankedSessions(found, now, TrainingSearch.UnchangedUntil(directory, now));
        return found;
    }

    /// <summary>Whether the title of a training says one of some words.</summary>
    public bool SaysSomeTitle(DirectorySnapshot directory, WishWords known, string some) => OwnWordsOf(directory, known).IsInSomeTitle(some);

    /// <summary>The words of the directory's trainings, made once for a version of the scripts.</summary>
    private OwnWords OwnWordsOf(DirectorySnapshot directory, WishWords known)
    {
        if (words is { } made && made.Known == known)
            return made.Own;
        var own = new OwnWords(directory.Sessions, known);
        lists.Clear();
        words = new Words(known, own);
        return own;
    }

    private sealed record RankedSessions(FoundTrainings Found, DateTimeOffset From, DateTimeOffset Until);

    private sealed record Words(WishWords Known, OwnWords Own);
}
