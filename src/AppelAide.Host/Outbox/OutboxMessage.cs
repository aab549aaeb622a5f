namespace AppelAide.Host.Outbox;

/// <summary>A text or a call to be made later.</summary>
internal sealed record OutboxMessage
{
    /// <summary>To whom.</summary>
    public required long CallerId { get; init; }

    /// <summary>The conversation that asked for it; null when none did.</summary>
    public long? ConversationNo { get; init; }

    /// <summary><c>sms</c> or <c>call</c>.</summary>
    public string Kind { get; init; } = "sms";

    /// <summary>One of <see cref="OutboxPurpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The words of a text, folded to GSM-7, with the line's name and how to stop.</summary>
    public required string Body { get; init; }

    /// <summary>The words as a call says them, without the line's name: the call itself says who calls.</summary>
    public required string Spoken { get; init; }

    /// <summary>How many SMS segments <see cref="Body"/> is.</summary>
    public required int Segments { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Nobody wants it after; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
