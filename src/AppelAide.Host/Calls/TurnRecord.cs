using AppelAide.Host.Calls.Review;

namespace AppelAide.Host.Calls;

/// <summary>A turn as the call log keeps it: enough to replay it on paper, and to give the same reply again.</summary>
internal sealed record TurnRecord
{
    /// <summary>The conversation.</summary>
    public required long ConversationNo { get; init; }

    /// <summary>1 for the greeting.</summary>
    public required int TurnNo { get; init; }

    /// <summary>When the input arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The provider's name for this delivery: a second one carries the same (<c>I-Twilio-Idempotency-Token</c>).</summary>
    public string? Token { get; init; }

    /// <summary><c>arrival</c>, <c>digits</c>, <c>speech</c>, <c>text</c>, <c>silence</c>, <c>dialended</c> or <c>recording</c>.</summary>
    public required string HeardKind { get; init; }

    /// <summary>The keys or the words; empty when there were none.</summary>
    public required string Heard { get; init; }

    /// <summary>What was understood: see <see cref="Dialogue.Events.Intents"/>.</summary>
    public string? Intent { get; init; }

    /// <summary>The need's identifier.</summary>
    public string? Need { get; init; }

    /// <summary>The key of the choice taken.</summary>
    public string? Choice { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The language after the turn.</summary>
    public required string Language { get; init; }

    /// <summary>The words said, as text.</summary>
    public required string Said { get; init; }

    /// <summary>Where the conversation waits, as <c>dialogue.node</c>.</summary>
    public required string Node { get; init; }

    /// <summary>The turn's events, in JSON.</summary>
    public string? Events { get; init; }

    /// <summary>The turn itself, in JSON: what a renderer needs to give the reply again.</summary>
    public required string Reply { get; init; }

    /// <summary>How long the citizen waited for the reply, in milliseconds.</summary>
    public required int WaitedMs { get; init; }

    /// <summary>How many SMS segments the reply is; 0 for a call.</summary>
    public required int Segments { get; init; }

    /// <summary>What the turn is about; nothing of it is kept in its row.</summary>
    public IEnumerable<string> Topics => CallTopics.Of(this);
}
