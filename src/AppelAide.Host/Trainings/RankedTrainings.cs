using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>
/// The sessions of one directory, best first, for each place, topic and language that was asked for: the same list, until a session begins or
/// comes within the days that are looked ahead. Thrown away with the directory.
/// </summary>
internal sealed class RankedTrainings
{
    private readonly ConcurrentDictionary<(string Place, string Topic, string Language), RankedSessions> lists = new();

    /// <summary>As <see cref="TrainingSearch.Next"/>, from memory where it can be.</summary>
    public ImmutableArray<FoundSession> Next(DirectorySnapshot directory, Place? place, string topic, string language, DateTimeOffset now)
    {
        var key = (place?.Id ?? "", topic, language);
        if (lists.TryGetValue(key, out var list) && list.From <= now && now < list.Until)
            return list.Sessions;
        var sessions = TrainingSearch.Next(directory, place, topic, language, now);
        lists[key] = new RankedSessions(sessions, now, TrainingSearch.UnchangedUntil(directory, now));
        return sessions;
    }

    private sealed record RankedSessions(ImmutableArray<FoundSession> Sessions, DateTimeOffset From, DateTimeOffset Until);
}
