using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>What the database has of a source.</summary>
/// <param name="Trainings">Its trainings.</param>
/// <param name="Sessions">Their sessions, past ones too.</param>
/// <param name="Series">What was said last of their dates.</param>
internal sealed record KnownCalendar(
    ImmutableDictionary<string, TrainingRow> Trainings,
    ILookup<string, SessionRow> Sessions,
    ImmutableDictionary<string, SeriesRow> Series);
