using AppelAide.Dialogue.Language;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>A session and everybody of it, as staff look at them.</summary>
/// <param name="Session">The session.</param>
/// <param name="Town">Where its location is; empty when not known.</param>
/// <param name="Rows">Its registrations, those who cancelled too.</param>
internal sealed record SessionSheet(TrainingSession Session, string Town, IReadOnlyList<Registration> Rows)
{
    /// <summary>Who sits and who waits.</summary>
    public SeatPlan Plan { get; } = new(Session.Seats, Session.Start, Rows);

    /// <summary>Who has a seat, by name; those who gave none come last.</summary>
    public IEnumerable<Registration> Registered => ByName(Registration.Registered);

    /// <summary>For whom a seat is kept until they answer.</summary>
    public IEnumerable<Registration> Offered => ByName(Registration.Offered);

    /// <summary>Who waits, the first in line first.</summary>
    public IEnumerable<Registration> Waiting => Plan.Line;

    /// <summary>Who gave their seat back, or did not answer.</summary>
    public IEnumerable<Registration> Cancelled => ByName(Registration.Cancelled);

    /// <summary>Seats that are somebody's, or kept for somebody.</summary>
    public int Taken => Rows.Count(row => row.HoldsSeat);

    /// <summary>How many have a seat beyond those there are; 0 when none.</summary>
    public int Over => Plan.Free < 0 ? -Plan.Free : 0;

    private IEnumerable<Registration> ByName(string state) => Rows.Where(row => row.State == state)
        .OrderBy(row => row.Name.Length == 0).ThenBy(row => TextFolding.Fold(row.Name), StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal);
}
