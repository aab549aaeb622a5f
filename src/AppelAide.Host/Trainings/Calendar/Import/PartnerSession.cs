namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A session as a partner's file has it.</summary>
/// <param name="Row">Its row; its identifier is the one wished for.</param>
/// <param name="Start">The moment it starts.</param>
internal sealed record PartnerSession(SessionRow Row, DateTimeOffset Start);
