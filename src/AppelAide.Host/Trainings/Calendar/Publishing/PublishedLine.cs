namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>What a calendar says of the line that publishes it.</summary>
/// <param name="Name">Its name in the calendar's language.</param>
/// <param name="Phone">Its number, E.164; empty when it has none yet.</param>
/// <param name="Host">What makes the names of its events unique in the world: its public host.</param>
internal sealed record PublishedLine(string Name, string Phone, string Host);
