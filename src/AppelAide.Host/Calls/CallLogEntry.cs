using AppelAide.Dialogue;

namespace AppelAide.Host.Calls;

/// <summary>A line of the call log's list.</summary>
internal sealed record CallLogEntry
{
    /// <inheritdoc cref="Conversation.No"/>
    public required long No { get; init; }

    /// <inheritdoc cref="Conversation.Channel"/>
    public required Channel Channel { get; init; }

    /// <inheritdoc cref="Conversation.CallerId"/>
    public required long CallerId { get; init; }

    /// <summary>The last two digits of the caller's number.</summary>
    public required string PhoneTail { get; init; }

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

    /// <summary>How many turns so far.</summary>
    public int Turns { get; init; }

    /// <inheritdoc cref="Conversation.ScriptVersion"/>
    public required string ScriptVersion { get; init; }

    /// <inheritdoc cref="Conversation.Trial"/>
    public bool Trial { get; init; }
}
