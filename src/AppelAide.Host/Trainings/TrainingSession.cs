using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>A training on a date.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Training">What is given.</param>
/// <param name="Date">Local to its place.</param>
/// <param name="StartsAt">Local to its place.</param>
/// <param name="EndsAt">Local to its place; not after the start, it is on the next day.</param>
/// <param name="Start">The moment it starts; of one that lasts all day, the midnight before.</param>
/// <param name="End">The moment it ends.</param>
internal sealed record TrainingSession(string Id, Training Training, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Where it is given: the training's own location, unless this session is elsewhere.</summary>
    public Location Location { get; init; } = Training.Location;

    /// <summary>Where, when the location's own name does not say it; empty when it does.</summary>
    public string Venue { get; init; } = Training.Venue;

    /// <summary>How many may register; null is unlimited.</summary>
    public int? Seats { get; init; } = Training.Seats;

    /// <summary>Whether its times say nothing.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Whether it will not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How many changes citizens were told of.</summary>
    public int Revision { get; init; }

    /// <summary>Its name in the publisher's file; empty for one of ours.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Why it changed or was cancelled; empty when nothing is said.</summary>
    public Bilingual Note { get; init; } = Bilingual.Empty;

    /// <summary>The last time anything of it changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where, as it is said.</summary>
    public string Where => Venue.Length > 0 ? Venue : Location.Name;
}
