namespace AppelAide.Host.Outbox;

/// <summary>A message or a call to be made later.</summary>
internal sealed record OutboxMessage
{
    /// <summary>To whom.</summary>
    public required long CallerId { get; init; }

    /// <summary>The conversation that asked for it; null for a reminder.</summary>
    public long? ConversationNo { get; init; }

    /// <summary><c>sms</c> or <c>call</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The words.</summary>
    public required string Body { get; init; }

    /// <summary>How many SMS segments they are; 0 for a call.</summary>
    public required int Segments { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
