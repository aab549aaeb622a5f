namespace AppelAide.Host.Calls.Figures;

/// <summary>A week: what came in, and from how many people.</summary>
/// <param name="Monday">Its Monday.</param>
/// <param name="Calls">Calls that came in.</param>
/// <param name="Texts">Exchanges of texts.</param>
/// <param name="People">How many people: who called twice in the week is one.</param>
internal sealed record WeekFigures(DateOnly Monday, long Calls, long Texts, long People);
