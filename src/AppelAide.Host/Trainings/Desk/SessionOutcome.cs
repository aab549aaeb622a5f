using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>What became of a change of a session.</summary>
/// <param name="Answer">Whether it was made, and why not.</param>
/// <param name="Sheet">The session and its people as they are now; null when there is none.</param>
/// <param name="IsTold">Whether the people of the session are told.</param>
internal sealed record SessionOutcome(SessionAnswer Answer, SessionSheet? Sheet, bool IsTold)
{
    /// <summary>Why it was not made, in one sentence in English; null when it was.</summary>
    public string? Refusal => Answer.Status is EditStatus.Saved ? null : Answer.Why.En;

    /// <summary>How many are to be told.</summary>
    public int ToTell => IsTold ? Sheet?.Rows.Count(row => row.State != Registrations.Registration.Cancelled) ?? 0 : 0;

    /// <summary>How many of them the line cannot tell: they want no messages, or hide their number.</summary>
    public int Unreachable => IsTold ? Sheet?.Rows.Count(row => row.State != Registrations.Registration.Cancelled && (row.Stopped || row.Tail.Length == 0)) ?? 0 : 0;
}
