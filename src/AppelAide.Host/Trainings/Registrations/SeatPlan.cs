namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Who sits, who is asked, who waits in one session. Pure.</summary>
/// <param name="Seats">How many there are; null is unlimited.</param>
/// <param name="Start">When the session starts.</param>
/// <param name="Rows">Its registrations.</param>
internal sealed record SeatPlan(int? Seats, DateTimeOffset Start, IReadOnlyList<Registration> Rows)
{
    /// <summary>An offer must be answered, and the way made, before the session starts: later, a free seat is for whoever asks.</summary>
    public static readonly TimeSpan LastOffer = TimeSpan.FromHours(3);

    /// <summary>A seat that is not wanted is offered to the same person again once.</summary>
    public const int MostOffers = 2;

    /// <summary>Seats that are neither somebody's nor kept for somebody; <see cref="int.MaxValue"/> when unlimited, below 0 when overbooked.</summary>
    public int Free => Seats is { } seats ? seats - Rows.Count(row => row.HoldsSeat) : int.MaxValue;

    /// <summary>Who waits, the first in line first: who was asked less often, then who came first.</summary>
    public IEnumerable<Registration> Line =>
        Rows.Where(row => row.State == Registration.Waiting).OrderBy(row => row.Offers).ThenBy(row => row.RegisteredAt).ThenBy(row => row.Id);

    /// <summary>Whether seats that become free are still offered to those who wait.</summary>
    public static bool Offers(DateTimeOffset start, DateTimeOffset now) => now < start - LastOffer;

    /// <summary>Who is to be offered the seats that are free, the first in line first.</summary>
    public IEnumerable<Registration> Next(DateTimeOffset now) => Offers(Start, now) && Free > 0 ? Line.Where(CanBeAsked).Take(Free) : [];

    /// <summary>Whether a seat may be given to somebody who asks: those who wait come first, while they can still be asked.</summary>
    /// <param name="own">Their registration, if they have one.</param>
    /// <param name="now">The moment.</param>
    public bool HasSeatFor(Registration? own, DateTimeOffset now)
    {
        // A seat that is kept for them is theirs.
        if (own is { HoldsSeat: true }) return true;
        if (Free <= 0 || !Offers(Start, now)) return Free > 0;
        return Free > Line.TakeWhile(row => row.Id != own?.Id).Count(CanBeAsked);
    }

    /// <summary>The place on the waitlist, from 1; the one after the last for somebody who is not on it.</summary>
    public int Position(Registration? own) => 1 + Line.TakeWhile(row => row.Id != own?.Id).Count();

    private static bool CanBeAsked(Registration row) => row is { Stopped: false, Tail.Length: > 0, Offers: < MostOffers };
}
