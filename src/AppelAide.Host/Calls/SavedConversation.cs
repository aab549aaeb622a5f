namespace AppelAide.Host.Calls;

/// <summary>A conversation as it stands in the database.</summary>
/// <param name="Conversation">Its row in the call log.</param>
/// <param name="State">The engine's session, as text; null when the dialogue reached its end, or before the first turn.</param>
/// <param name="LastTurn">The last turn; null before the first.</param>
internal sealed record SavedConversation(Conversation Conversation, string? State, TurnRecord? LastTurn)
{
    /// <summary>The last turn's number; 0 before the first.</summary>
    public int TurnNo => LastTurn?.TurnNo ?? 0;
}
