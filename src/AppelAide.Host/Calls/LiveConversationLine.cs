using AppelAide.Dialogue;

namespace AppelAide.Host.Calls;

/// <summary>Somebody who is on the line now.</summary>
internal sealed class LiveConversationLine
{
    /// <inheritdoc cref="Conversation.No"/>
    public long No { get; init; }

    /// <inheritdoc cref="Conversation.Channel"/>
    public Channel Channel { get; init; }

    /// <inheritdoc cref="Conversation.StartedAt"/>
    public DateTimeOffset StartedAt { get; init; }

    /// <inheritdoc cref="Conversation.Language"/>
    public string Language { get; init; } = "";

    /// <inheritdoc cref="Conversation.PlaceId"/>
    public string? PlaceId { get; init; }

    /// <inheritdoc cref="Conversation.Trial"/>
    public bool Trial { get; init; }

    /// <summary>The last two digits of the number.</summary>
    public string PhoneTail { get; init; } = "";

    /// <summary>When something was last said.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Where they are, as <c>dialogue.node</c>.</summary>
    public string Node { get; init; } = "";
}
