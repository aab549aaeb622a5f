namespace AppelAide.Host.Calls;

/// <summary>The turn that answered a text.</summary>
internal sealed record SmsReceipt
{
    /// <summary>The conversation.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>The turn.</summary>
    public required int TurnNo { get; init; }
}
