namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Who was there, as it is to be noted.</summary>
/// <param name="Present">Of each registration, whether they came.</param>
/// <param name="Mistakes">Sentences; with any, nothing is noted.</param>
internal sealed record AttendanceMarks(IReadOnlyDictionary<long, bool> Present, IReadOnlyList<string> Mistakes);
