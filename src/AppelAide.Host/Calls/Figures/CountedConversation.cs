namespace AppelAide.Host.Calls.Figures;

/// <summary>What the figures need of a conversation.</summary>
internal sealed record CountedConversation
{
    /// <inheritdoc cref="Conversation.No"/>
    public required long No { get; init; }

    /// <summary><c>voice</c> or <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <inheritdoc cref="Conversation.CallerId"/>
    public required long CallerId { get; init; }

    /// <inheritdoc cref="Conversation.StartedAt"/>
    public required DateTimeOffset StartedAt { get; init; }

    /// <inheritdoc cref="Conversation.EndedAt"/>
    public DateTimeOffset? EndedAt { get; init; }

    /// <inheritdoc cref="Conversation.Language"/>
    public required string Language { get; init; }

    /// <inheritdoc cref="Conversation.PlaceId"/>
    public string? PlaceId { get; init; }

    /// <inheritdoc cref="Conversation.Outcome"/>
    public string? Outcome { get; init; }

    /// <inheritdoc cref="Conversation.LastNode"/>
    public string? LastNode { get; init; }

    /// <inheritdoc cref="Conversation.Seconds"/>
    public int? Seconds { get; init; }

    /// <inheritdoc cref="Conversation.Trial"/>
    public bool Trial { get; init; }
}
