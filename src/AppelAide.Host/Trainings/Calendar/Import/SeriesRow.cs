namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>A row of <c>training_series</c>: what a publisher said last of the dates of a training.</summary>
internal sealed record SeriesRow
{
    public string TrainingId { get; init; } = "";

    /// <summary>A calendar with the training's events, see <see cref="SeriesText"/>; empty when the publisher took it back.</summary>
    public string Content { get; init; } = "";

    /// <summary>The last date for which sessions were made; the end of time for what does not repeat.</summary>
    public string MadeUntil { get; init; } = "";
}
