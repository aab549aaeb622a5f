namespace AppelAide.Host.Outbox;

/// <summary>A message that this host alone may send until its lease ends.</summary>
internal sealed record ClaimedMessage
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <inheritdoc cref="OutboxMessage.CallerId"/>
    public required long CallerId { get; init; }

    /// <inheritdoc cref="OutboxMessage.ConversationNo"/>
    public long? ConversationNo { get; init; }

    /// <inheritdoc cref="OutboxMessage.Kind"/>
    public required string Kind { get; init; }

    /// <inheritdoc cref="OutboxMessage.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="OutboxMessage.Body"/>
    public required string Body { get; init; }

    /// <inheritdoc cref="OutboxMessage.Segments"/>
    public required int Segments { get; init; }

    /// <summary>How many times it was tried, this one included.</summary>
    public required int Attempts { get; init; }
}
