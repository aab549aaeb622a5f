namespace AppelAide.Host.Calls.Queue;

/// <summary>Something that somebody did about a call-back.</summary>
internal sealed record QueueEvent
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>One of <see cref="QueueActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The outcome, or to whom it was passed on, or from whom it was taken over; empty otherwise.</summary>
    public required string Detail { get; init; }

    /// <summary>What they wrote.</summary>
    public required string Note { get; init; }
}
