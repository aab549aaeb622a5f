using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Trainings;

/// <summary>What became of a change of a session.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Why">Why it was not made, in one sentence; empty when it was.</param>
internal sealed record SessionAnswer(EditStatus Status, Bilingual Why);
