using AppelAide.Dialogue.Engine;
using AppelAide.Host.Calls;

namespace AppelAide.Host.Conversations;

/// <summary>The line's reply to an input, ready to be rendered.</summary>
/// <param name="ConversationNo">The conversation.</param>
/// <param name="Turn">What is said, then done.</param>
/// <param name="Text">The text message, for a conversation by text.</param>
/// <param name="Segments">How many segments it costs; 0 for a call.</param>
internal sealed record TurnReply(long ConversationNo, Turn Turn, string Text, int Segments)
{
    /// <summary>A reply as the call log keeps it.</summary>
    public static TurnReply Replay(long no, TurnRecord turn) => new(no, TurnJson.Read(turn.Reply), turn.Said, turn.Segments);

    /// <summary>Whether the dialogue ended with this reply, and what it then led to is over as well: nothing of it is to be done again.</summary>
    public bool IsSpent { get; init; }
}
