namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>A session as the simulation keeps it.</summary>
internal sealed class ModelSession
{
    public required string Id { get; init; }

    public required MonthTraining Training { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required DateOnly Date { get; set; }

    public required TimeOnly At { get; set; }

    public required int Seats { get; set; }

    public bool IsCancelled { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Seats given beyond those there are, by staff who knew.</summary>
    public int Overbooked { get; set; }

    public List<ModelSeat> Rows { get; } = [];

    public DateTimeOffset Start => MonthHours.At(Date, At, Zone);

    public DateTimeOffset End => Start.AddHours(2);

    public int Free => Seats - Rows.Count(row => row.HoldsSeat);

    public int Left => Math.Max(0, Seats - Rows.Count(row => row.State != "cancelled"));

    public bool IsOpen(DateTimeOffset now) => !IsCancelled && Start > now;

    /// <summary>Who waits, the first in line first.</summary>
    public IEnumerable<ModelSeat> Line => Rows.Where(row => row.State == "waiting").OrderBy(row => row.Offers).ThenBy(row => row.RegisteredAt);

    /// <summary>Until three hours before, those who wait come first.</summary>
    public bool StillOffers(DateTimeOffset now) => now < Start.AddHours(-3);
}
