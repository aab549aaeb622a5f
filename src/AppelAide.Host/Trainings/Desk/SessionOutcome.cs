namespace AppelAide.Host.Trainings.Desk;

/// <summary>What became of a change of a session.</summary>
/// <param name="Refusal">Why it was not made, in one sentence; null when it was.</param>
/// <param name="Sheet">The session and its people as they are now; null when there is none.</param>
/// <param name="IsTold">Whether the people of the session are told.</param>
internal sealed record SessionOutcome(string? Refusal, SessionSheet? Sheet, bool IsTold)
{
    /// <summary>How many are to be told.</summary>
    public int ToTell => IsTold ? Sheet?.Rows.Count(row => row.State != Registrations.Registration.Cancelled) ?? 0 : 0;

    /// <summary>How many of them the line cannot tell: they want no messages, or hide their number.</summary>
    public int Unreachable => IsTold ? Sheet?.Rows.Count(row => row.State != Registrations.Registration.Cancelled && (row.Stopped || row.Tail.Length == 0)) ?? 0 : 0;
}
