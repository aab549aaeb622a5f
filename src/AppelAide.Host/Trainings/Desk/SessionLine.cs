namespace AppelAide.Host.Trainings.Desk;

/// <summary>A session on the list, and how full it is.</summary>
/// <param name="Session">The session.</param>
/// <param name="Town">Where its location is; empty when not known.</param>
/// <param name="Taken">Seats that are somebody's, or kept for somebody.</param>
/// <param name="Waiting">How many wait for one.</param>
internal sealed record SessionLine(TrainingSession Session, string Town, int Taken, int Waiting);
