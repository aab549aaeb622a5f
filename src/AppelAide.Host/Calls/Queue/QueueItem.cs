namespace AppelAide.Host.Calls.Queue;

/// <summary>Somebody who is to be called, as staff see it.</summary>
internal sealed record QueueItem
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The conversation that asked.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>Who.</summary>
    public required long CallerId { get; init; }

    /// <summary>The last two digits of the number; empty when it is hidden.</summary>
    public required string PhoneTail { get; init; }

    /// <summary>The language to call in: <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The place that was settled on.</summary>
    public string? PlaceId { get; init; }

    /// <summary><c>voice</c> or <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Whether it is a trial.</summary>
    public bool Trial { get; init; }

    /// <summary>When they asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>By when they are to be called.</summary>
    public required DateTimeOffset DueBy { get; init; }

    /// <summary>Whether a call was promised; otherwise they left a message.</summary>
    public bool Promised { get; init; }

    /// <summary>Whether it waits; done otherwise.</summary>
    public bool IsOpen => State == "open";

    /// <summary><c>open</c> or <c>done</c>.</summary>
    public required string State { get; init; }

    /// <summary>The account that has it in hand; null for nobody.</summary>
    public long? HolderId { get; init; }

    /// <summary>The name of that account.</summary>
    public string? Holder { get; init; }

    /// <summary>How many calls found nobody.</summary>
    public required int Tries { get; init; }

    /// <summary>When the latest of them was.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>One of <see cref="QueueOutcomes"/>; null while it waits.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Grows with each act.</summary>
    public required int Version { get; init; }

    /// <summary>What they said, oldest first.</summary>
    public IReadOnlyList<QueueSound> Sounds { get; init; } = [];

    /// <summary>The need they spoke of last; empty for none.</summary>
    public string Need { get; init; } = "";

    /// <summary>What else they wanted: see <see cref="Dialogue.Events.Intents"/>; empty for nothing.</summary>
    public string Intent { get; init; } = "";
}
