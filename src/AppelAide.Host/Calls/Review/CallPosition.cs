namespace AppelAide.Host.Calls.Review;

/// <summary>Where a conversation stands in the log, which is in the order of beginning.</summary>
internal sealed record CallPosition
{
    /// <summary>The conversation.</summary>
    public required long No { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
