using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Search;

/// <summary>What was understood of a citizen's words.</summary>
/// <param name="Wish">What they wish for.</param>
/// <param name="Impossible"><c>date</c> when a date that they named does not exist (31 November), <c>past</c> when it is over; else empty.</param>
/// <param name="Named">The impossible date, as it is said back.</param>
/// <param name="Rest">The other words, in which a place may be looked for.</param>
internal sealed record WishReading(TrainingWish Wish, string Impossible, Bilingual Named, string Rest)
{
    /// <summary>Whether something was understood, possible or not.</summary>
    public bool IsUnderstood => !Wish.IsOpen || Impossible.Length > 0 || SaysAnyTraining;

    /// <summary>Whether trainings as such were named: "une formation".</summary>
    public bool SaysAnyTraining { get; init; }

    /// <summary>Whether more is asked of the one that is offered.</summary>
    public bool AsksMore { get; init; }
}
