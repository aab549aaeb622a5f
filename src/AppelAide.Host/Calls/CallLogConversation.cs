namespace AppelAide.Host.Calls;

/// <summary>A conversation and its turns, in order: all that was heard and said.</summary>
internal sealed record CallLogConversation(CallLogEntry Entry, IReadOnlyList<TurnRecord> Turns);
