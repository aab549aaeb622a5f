using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Consultations;

/// <summary>A question of a consultation.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">yesno, choice, number or open.</param>
/// <param name="Text">As it is asked.</param>
/// <param name="Options">The choices; empty for other kinds.</param>
/// <param name="Minimum">The smallest number that answers; null for none.</param>
/// <param name="Maximum">The greatest.</param>
internal sealed record ConsultationQuestion(int Number, string Kind, Bilingual Text, ImmutableArray<Bilingual> Options, int? Minimum, int? Maximum);
