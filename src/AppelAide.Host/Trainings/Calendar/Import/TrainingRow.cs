namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A row of <c>training</c>, as an import compares and writes it.</summary>
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
}
