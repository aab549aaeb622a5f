namespace AppelAide.Host.Outbox.Review;

/// <summary>What the provider said of a message.</summary>
internal sealed record MessageReport
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its word: <c>queued</c>, <c>sent</c>, <c>delivered</c>…</summary>
    public required string Status { get; init; }

    /// <summary>Its error; null when there is none.</summary>
    public int? ErrorCode { get; init; }
}
