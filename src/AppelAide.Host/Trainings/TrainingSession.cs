namespace AppelAide.Host.Trainings;

/// <summary>A training on a date.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Training">What is given.</param>
/// <param name="Date">Local to its place.</param>
/// <param name="StartsAt">Local to its place.</param>
/// <param name="EndsAt">Local to its place.</param>
/// <param name="Start">The moment it starts.</param>
internal sealed record TrainingSession(string Id, Training Training, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, DateTimeOffset Start);
