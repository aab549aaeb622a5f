using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>The next sessions for someone who lives somewhere, best first. Pure.</summary>
internal static class TrainingSearch
{
    // Farther ahead, people wait for the next call.
    private const int DaysAhead = 70;

    // As far as people of the coast go for an afternoon.
    private const double NearKm = 60;

    /// <summary>In town by date, then within 60 km by date, then the rest of the region by date; all by date when the place is not known.</summary>
    /// <param name="directory">Where to look.</param>
    /// <param name="place">Where the citizen lives; null when not known.</param>
    /// <param name="topic">A topic; empty for all.</param>
    /// <param name="language">Sessions in another language come after those of the same distance.</param>
    /// <param name="now">Sessions that have begun are over for this purpose.</param>
    public static ImmutableArray<FoundSession> Next(DirectorySnapshot directory, Place? place, string topic, string language, DateTimeOffset now)
    {
        var last = now.AddDays(DaysAhead);
        var ranked = new List<(FoundSession Found, int Rank)>();
        foreach (var session in directory.Sessions)
        {
            var training = session.Training;
            if (session.Start <= now || session.Start > last || (topic.Length > 0 && !training.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase)))
                continue;
            var found = new FoundSession(session, Distance.Between(place, session.Location));
            if (Tier(found, place, directory.Places) is { } tier)
                ranked.Add((found, 2 * tier + (Speaks(training, language) ? 0 : 1)));
        }

        // The sessions are in order of time already, and the sort is stable.
        return [.. ranked.OrderBy(entry => entry.Rank).Select(entry => entry.Found)];
    }

    /// <summary>Until when the same question has the same answer: a session then begins, or comes within reach.</summary>
    public static DateTimeOffset UnchangedUntil(DirectorySnapshot directory, DateTimeOffset now)
    {
        var until = DateTimeOffset.MaxValue;
        foreach (var session in directory.Sessions)
        {
            var within = session.Start.AddDays(-DaysAhead);
            if (session.Start > now && session.Start < until)
                until = session.Start;
            if (within > now && within < until)
                until = within;
        }

        return until;
    }

    private static int? Tier(FoundSession found, Place? place, PlaceTree places)
    {
        if (place is null)
            return 0;
        var there = places.Find(found.Session.Location.PlaceId);
        if (there is not null && places.MunicipalityOf(there).Id == places.MunicipalityOf(place).Id)
            return 0;
        if (found.Kilometres <= NearKm)
            return 1;
        return there?.Region == place.Region ? 2 : null;
    }

    private static bool Speaks(Training training, string language) =>
        training.Language.Length == 0 || training.Language.Contains(language, StringComparison.OrdinalIgnoreCase);
}
