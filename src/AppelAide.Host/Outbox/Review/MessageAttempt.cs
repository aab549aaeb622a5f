namespace AppelAide.Host.Outbox.Review;

/// <summary>A time that a message was handed to the provider.</summary>
internal sealed record MessageAttempt
{
    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>open</c>, <c>taken</c>, <c>refused</c>, <c>later</c>, <c>unknown</c> or <c>absent</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The provider's error; null when there is none.</summary>
    public int? ErrorCode { get; init; }
}
