namespace AppelAide.Host.Calls;

/// <summary>What a citizen said after the signal.</summary>
internal sealed record Recording
{
    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>The provider's name for it.</summary>
    public required string RecordingSid { get; init; }

    /// <summary>The conversation.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>Who spoke.</summary>
    public required long CallerId { get; init; }

    /// <summary><c>voicemail</c> or <c>answer</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Length, in seconds.</summary>
    public required int Seconds { get; init; }

    /// <summary><c>pending</c> at the provider, <c>stored</c> with us, then <c>deleted</c>.</summary>
    public required string State { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
