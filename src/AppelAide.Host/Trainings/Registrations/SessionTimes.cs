using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>When sessions start, from the directory in memory: the database keeps what the clock on the wall shows, and no moments.</summary>
internal sealed class SessionTimes(DirectorySource directory)
{
    /// <summary>When people are reminded the day before.</summary>
    public static readonly TimeOnly DayBeforeAt = new(9, 30);

    /// <summary>The moment that a session starts; null when the directory in memory does not have it.</summary>
    public DateTimeOffset? StartOf(string session) => directory.Current.SessionsById.GetValueOrDefault(session)?.Start;

    /// <summary>A moment of a day before a session, on the clock of its place.</summary>
    public DateTimeOffset Before(TrainingSession session, int days, TimeOnly at) =>
        SessionTime.Moment(session.Date.AddDays(-days), at, directory.Current.Places.TimeZoneOf(session.Location.PlaceId));

    /// <summary>Whether the reminder of the day before is still to come.</summary>
    public bool IsReminded(string session, DateTimeOffset now) =>
        directory.Current.SessionsById.GetValueOrDefault(session) is { } found && Before(found, 1, DayBeforeAt) > now;
}
