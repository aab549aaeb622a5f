namespace AppelAide.Host.Trainings.Registrations;

/// <summary>The seats that were taken or wanted in each session at a moment.</summary>
/// <param name="at">The moment.</param>
/// <param name="changes">How often this host had changed something by then.</param>
/// <param name="rows">By session; one that nobody wants is not among them.</param>
internal sealed class CountedSeats(DateTimeOffset at, int changes, Dictionary<string, CountedSeats.Row> rows)
{
    public DateTimeOffset At { get; } = at;

    public int Changes { get; } = changes;

    /// <summary>Seats that somebody who asks may have, as <see cref="SeatPlan.HasSeatFor"/> decides it; null when unlimited.</summary>
    public int? Left(TrainingSession session) => session.Seats is { } seats ? Left(session.Id, seats, session.Start) : null;

    /// <inheritdoc cref="Left(TrainingSession)"/>
    public int Left(string session, int seats, DateTimeOffset start) =>
        rows.TryGetValue(session, out var row) ? Math.Max(0, seats - row.Held - (SeatPlan.Offers(start, At) ? row.Wanted : 0)) : Math.Max(0, seats);

    /// <summary>Of one session.</summary>
    internal sealed class Row
    {
        public string SessionId { get; init; } = "";
        public int Held { get; init; }
        public int Wanted { get; init; }
    }
}
