namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A row of <c>training_session</c>, as an import compares and writes it.</summary>
internal sealed record SessionRow
{
    public string Id { get; init; } = "";
    public string TrainingId { get; init; } = "";
    public string Date { get; init; } = "";
    public string StartsAt { get; init; } = "";
    public string EndsAt { get; init; } = "";
    public string State { get; init; } = "planned";
    public string? LocationId { get; init; }
    public string Venue { get; init; } = "";
    public bool AllDay { get; init; }
    public bool SecondHour { get; init; }
    public int Revision { get; init; }
    public string Uid { get; init; } = "";

    /// <summary>Whether it will not take place.</summary>
    public bool IsCancelled => State == "cancelled";

    /// <summary>When and where: what citizens are told of when it changes.</summary>
    public (string, string, string, bool, bool, string?, string) WhenAndWhere => (Date, StartsAt, EndsAt, AllDay, SecondHour, LocationId, Venue);
}
