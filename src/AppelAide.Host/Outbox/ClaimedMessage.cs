namespace AppelAide.Host.Outbox;

/// <summary>A message that this host alone may send until its lease ends, and what is to be known of whom it goes to.</summary>
internal sealed record ClaimedMessage
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <inheritdoc cref="OutboxMessage.CallerId"/>
    public required long CallerId { get; init; }

    /// <inheritdoc cref="OutboxMessage.Kind"/>
    public required string Kind { get; init; }

    /// <inheritdoc cref="OutboxMessage.Purpose"/>
    public required string Purpose { get; init; }

    /// <inheritdoc cref="OutboxMessage.Body"/>
    public required string Body { get; init; }

    /// <inheritdoc cref="OutboxMessage.Segments"/>
    public required int Segments { get; init; }

    /// <inheritdoc cref="OutboxMessage.ExpiresAt"/>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many times it was handed to the provider before.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the last attempt was begun, if nobody knows how it ended: the host that made it died, or the provider did not answer.</summary>
    public DateTimeOffset? InDoubtSince { get; init; }

    /// <summary>Whether the citizen stopped all messages.</summary>
    public required bool Stopped { get; init; }

    /// <summary>Whether the telephone can receive texts; null when not known.</summary>
    public bool? Texts { get; init; }

    /// <summary>The citizen's time zone, IANA; null when their place is not known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Sent whatever the hour, and not counted in the day's cap: the citizen has just asked for it.</summary>
    public bool IsAnswer => OutboxPurpose.Priority(Purpose) == 0;
}
