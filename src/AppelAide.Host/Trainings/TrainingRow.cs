using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>A row of <c>training</c>: the line reads it, and an import compares and writes it.</summary>
internal sealed record TrainingRow
{
    public string Id { get; init; } = "";
    public string OrganizationId { get; init; } = "";
    public string LocationId { get; init; } = "";
    public string TitleFr { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string DescriptionFr { get; init; } = "";
    public string DescriptionEn { get; init; } = "";
    public string Topic { get; init; } = "";
    public string Kind { get; init; } = "training";
    public string Language { get; init; } = "";
    public string Level { get; init; } = "";
    public decimal? Cost { get; init; }
    public string BringFr { get; init; } = "";
    public string BringEn { get; init; } = "";
    public string AccessFr { get; init; } = "";
    public string AccessEn { get; init; } = "";
    public string Venue { get; init; } = "";
    public string DialIn { get; init; } = "";
    public string ContactName { get; init; } = "";
    public string ContactPhone { get; init; } = "";
    public string ContactEmail { get; init; } = "";
    public int? Seats { get; init; }
    public string Source { get; init; } = "";

    /// <summary>The organization's name, where it was read too.</summary>
    public string? Organization { get; init; }

    /// <summary>As the line tells of it.</summary>
    public Training ToTraining(Location location) =>
        new(Id, new(TitleFr, TitleEn), Topic, Language, location, Cost ?? 0, new(BringFr, BringEn), Seats)
        {
            OrganizationId = OrganizationId,
            Organization = Organization ?? "",
            Kind = Kind,
            Description = new(DescriptionFr, DescriptionEn),
            Level = Level,
            Venue = Venue,
            DialIn = DialIn,
            Access = new(AccessFr, AccessEn),
            Contact = new(ContactName, ContactPhone, ContactEmail),
            Source = Source,
        };
}
