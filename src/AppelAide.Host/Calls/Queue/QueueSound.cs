namespace AppelAide.Host.Calls.Queue;

/// <summary>A voice message.</summary>
internal sealed record QueueSound
{
    /// <summary>The recording's number.</summary>
    public required long Id { get; init; }

    /// <summary>The conversation it was left in.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>Its length.</summary>
    public required int Seconds { get; init; }

    /// <summary><c>pending</c> at the provider, <c>stored</c> with us, or <c>deleted</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is not here yet; null when nothing is wrong.</summary>
    public string? Trouble { get; init; }
}
