namespace AppelAide.Host.Trainings;

/// <summary>What staff change of a session; null leaves it as it is.</summary>
internal sealed record SessionChange
{
    /// <summary>Another date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Another start.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>Another end.</summary>
    public TimeOnly? EndsAt { get; init; }

    /// <summary>Another location of the directory.</summary>
    public string? LocationId { get; init; }

    /// <summary>Words for where.</summary>
    public string? Venue { get; init; }

    /// <summary>Another number of seats. Nobody is told of that.</summary>
    public int? Seats { get; init; }

    /// <summary>Whether it takes place: false cancels it, true takes that back.</summary>
    public bool? TakesPlace { get; init; }

    /// <summary>Why, in French; empty for no reason.</summary>
    public string NoteFr { get; init; } = "";

    /// <summary>Why, in English.</summary>
    public string NoteEn { get; init; } = "";
}
