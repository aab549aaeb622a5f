using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Which sessions staff want to see.</summary>
/// <param name="From">The first date; null for no first.</param>
/// <param name="To">The last date; null for no last.</param>
/// <param name="Place">A place and all that is part of it; null for everywhere.</param>
/// <param name="Kind">A kind of training; null for all.</param>
internal sealed record SessionFilter(DateOnly? From, DateOnly? To, Place? Place, string? Kind)
{
    /// <summary>Whether a session is one of them.</summary>
    public bool Suits(TrainingSession session, PlaceTree places) =>
        !(session.Date < From) && !(session.Date > To)
        && (Kind is null || session.Training.Kind == Kind)
        && (Place is null || (places.Find(session.Location.PlaceId) is { } there && places.IsIn(there, Place.Id)));
}
