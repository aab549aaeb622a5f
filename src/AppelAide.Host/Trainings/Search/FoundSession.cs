namespace AppelAide.Host.Trainings.Search;

/// <summary>A session that may suit.</summary>
/// <param name="Session">The session.</param>
/// <param name="Kilometres">From where the citizen lives; null when not known.</param>
internal sealed record FoundSession(TrainingSession Session, double? Kilometres);
