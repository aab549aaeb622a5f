using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A training as a partner's file has it.</summary>
/// <param name="Uid">Its name in the file.</param>
/// <param name="Line">Where it is in the file.</param>
/// <param name="Row">What is said of it; where it is, when and by whom is not yet in it.</param>
/// <param name="Series">Its dates.</param>
internal sealed record PartnerTraining(string Uid, int Line, TrainingRow Row, ImmutableArray<EventSeries> Series)
{
    /// <summary>Where, in the partner's words; empty when they say nothing.</summary>
    public string Where => Series[0].Main.Location;

    /// <summary>Whether it has one date only, which may move.</summary>
    public bool IsSingle => Series is [{ IsRecurring: false }];
}
