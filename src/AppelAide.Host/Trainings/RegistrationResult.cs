namespace AppelAide.Host.Trainings;

/// <summary>What became of a wish to register.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Code">What the citizen is told, three digits; empty without a seat.</param>
internal readonly record struct RegistrationResult(RegistrationStatus Status, string Code);
