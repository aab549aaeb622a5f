namespace AppelAide.Host.Calls;

/// <summary>The columns that the stores of the call log share.</summary>
internal static class CallLogColumns
{
    public const string Conversation = """
        conversation.no, conversation.channel, conversation.provider_sid, conversation.caller_id, conversation.started_at, conversation.ended_at,
        conversation.language, conversation.place_id, conversation.outcome, conversation.last_node, conversation.seconds, conversation.turns,
        conversation.script_version, conversation.trial
        """;

    /// <summary>Those of a line of the list, from conversation, caller and session.</summary>
    public const string Entry = """
        conversation.no, conversation.channel, conversation.caller_id, caller.phone_tail, conversation.started_at, conversation.ended_at,
        conversation.language, conversation.place_id, conversation.outcome, conversation.last_node, conversation.seconds,
        COALESCE(session.turn_no, conversation.turns) AS turns, conversation.script_version, conversation.trial
        """;

    public const string Turn = """
        conversation_no, turn_no, at, token, heard_kind, heard, intent, need, choice, confidence, language, said, node, events, reply, waited_ms,
        segments
        """;
}
