using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;

namespace AppelAide.Host.Conversations;

/// <summary>
/// A conversation as this host holds it between two turns. The database is the truth: a host that has none, or a stale one, loads it.
/// </summary>
internal sealed class LiveConversation(long no, string providerSid, Channel channel, Caller caller)
{
    /// <summary>Its number.</summary>
    public long No { get; } = no;

    /// <summary>The provider's name for the call, or for the first text.</summary>
    public string ProviderSid { get; } = providerSid;

    /// <summary>Call or text.</summary>
    public Channel Channel { get; } = channel;

    /// <summary>Who, as last saved.</summary>
    public Caller Caller { get; set; } = caller;

    /// <summary>The language in which it began: the citizen's, or that of the message with which the line calls them.</summary>
    public string BeganIn { get; init; } = caller.Language;

    /// <summary>Where it stands; null once it ended.</summary>
    public Session? Session { get; set; }

    /// <summary>The last reply; null before the first.</summary>
    public TurnReply? Last { get; set; }

    /// <summary>The last outcome that this host wrote, so that it is not written at every turn; null when it wrote none.</summary>
    public string? Outcome { get; set; }

    /// <summary>The topics that this host wrote, for the same reason.</summary>
    public ImmutableHashSet<string> Topics { get; set; } = [];

    /// <summary>When the last input arrived.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>The last turn's number.</summary>
    public int TurnNo => Last?.Turn.Number ?? 0;

    /// <summary>One turn at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1);
}
