namespace AppelAide.Host.Outbox.Review;

/// <summary>A message as staff see it.</summary>
internal sealed record MessageEntry
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The conversation that asked for it; null when none did.</summary>
    public long? ConversationNo { get; init; }

    /// <summary>The bulletin it is of; null when none.</summary>
    public long? BulletinId { get; init; }

    /// <summary>The last two digits of the number.</summary>
    public required string PhoneTail { get; init; }

    /// <inheritdoc cref="OutboxMessage.Kind"/>
    public required string Kind { get; init; }

    /// <inheritdoc cref="OutboxMessage.Purpose"/>
    public required string Purpose { get; init; }

    /// <inheritdoc cref="OutboxMessage.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="OutboxMessage.Body"/>
    public required string Body { get; init; }

    /// <inheritdoc cref="OutboxMessage.Spoken"/>
    public required string Spoken { get; init; }

    /// <inheritdoc cref="OutboxMessage.Segments"/>
    public required int Segments { get; init; }

    /// <summary>One of <see cref="MessageFilter.States"/>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is so; null when nothing is to be told.</summary>
    public string? Reason { get; init; }

    /// <summary>The provider's error; null when there is none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>How many times it was handed to the provider.</summary>
    public required int Attempts { get; init; }

    /// <inheritdoc cref="OutboxMessage.DueAt"/>
    public required DateTimeOffset DueAt { get; init; }

    /// <inheritdoc cref="OutboxMessage.ExpiresAt"/>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was handed over last.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
