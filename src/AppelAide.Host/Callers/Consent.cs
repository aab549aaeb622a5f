namespace AppelAide.Host.Callers;

/// <summary>What a caller agreed to or refused, once.</summary>
internal sealed record Consent
{
    /// <summary>Who.</summary>
    public required long CallerId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it was said.</summary>
    public required Dialogue.Channel Channel { get; init; }

    /// <summary>To what: <c>sms</c>, <c>reminder</c>, <c>recording</c>…, at most 32 letters.</summary>
    public required string Purpose { get; init; }

    /// <summary>Agreed, or refused.</summary>
    public required bool Given { get; init; }

    /// <summary>The citizen's own words or key.</summary>
    public required string Words { get; init; }
}
