namespace AppelAide.Host.Trainings.Desk;

/// <summary>What staff ask for: a change, and whether they mean it though it takes seats from people.</summary>
/// <param name="Change">The change; its notes are <see cref="NoteFr"/> and <see cref="NoteEn"/>.</param>
internal sealed record SessionWish(SessionChange Change)
{
    /// <summary>Why, in French; null leaves what was said before, unless people are told of something new.</summary>
    public string? NoteFr { get; init; }

    /// <summary>Why, in English.</summary>
    public string? NoteEn { get; init; }

    /// <summary>Whether there may be fewer seats than people who have one.</summary>
    public bool Overbooks { get; init; }
}
