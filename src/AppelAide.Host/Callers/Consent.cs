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

    /// <summary>To what: <c>messages</c>, or <c>bulletin</c> with topic and place.</summary>
    public required string Purpose { get; init; }

    /// <summary>Agreed, or refused.</summary>
    public required bool Given { get; init; }

    /// <summary>The citizen's own words or key.</summary>
    public required string Words { get; init; }

    /// <summary>What proves it: the provider's name for the message or the call, or the provider's own error.</summary>
    public string Proof { get; init; } = "";
}
