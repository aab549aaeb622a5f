namespace AppelAide.Host.Calls;

/// <summary>A caller who waits for a person to call back.</summary>
internal sealed record CallbackRequest
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>The conversation that asked.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>Who waits.</summary>
    public required long CallerId { get; init; }

    /// <summary>The last two digits of the number.</summary>
    public required string PhoneTail { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What the citizen was promised.</summary>
    public required DateTimeOffset DueBy { get; init; }

    /// <summary><c>open</c>, <c>done</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }
}
