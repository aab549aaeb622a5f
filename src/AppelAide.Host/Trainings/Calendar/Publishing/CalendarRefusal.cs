namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>Why a calendar is not given, in one sentence.</summary>
/// <param name="Status">400 or 404.</param>
/// <param name="Fr">The sentence.</param>
/// <param name="En">The sentence.</param>
internal sealed record CalendarRefusal(int Status, string Fr, string En);
