using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>When sessions start, from the directory in memory: the database keeps what the clock on the wall shows, and no moments.</summary>
internal sealed class SessionTimes(DirectorySource directory)
{
    /// <summary>The moment that a session starts; null when the directory in memory does not have it.</summary>
    public DateTimeOffset? StartOf(string session) => directory.Current.SessionsById.GetValueOrDefault(session)?.Start;
}
