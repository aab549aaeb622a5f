namespace AppelAide.Host.Outbox;

/// <summary>A message that a call says.</summary>
internal sealed record SpokenMessage
{
    /// <inheritdoc cref="OutboxMessage.CallerId"/>
    public required long CallerId { get; init; }

    /// <inheritdoc cref="OutboxMessage.Purpose"/>
    public required string Purpose { get; init; }

    /// <inheritdoc cref="OutboxMessage.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="OutboxMessage.Spoken"/>
    public required string Spoken { get; init; }
}
