using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>What became of what staff did for somebody.</summary>
/// <param name="Before">Their registration as it was; null when there was none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Plan">The seats of the session as they are now; null when it is gone.</param>
internal sealed record DeskAnswer(Registration? Before, RegistrationResult Result, SeatPlan? Plan);
