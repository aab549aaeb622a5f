using System.Collections.Immutable;
using System.Data;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary>What a turn writes: the conversation, its turns, its session. All within the turn's one transaction.</summary>
internal sealed class ConversationStore(Database database)
{
    private const string InsertSession = """
        INSERT INTO session (conversation_no, turn_no, state, updated_at) VALUES (@No, @Turn, @State, @At)
        """;

    private const string UpdateSession = """
        UPDATE session SET turn_no = @Turn, state = @State, updated_at = @At WHERE conversation_no = @No AND turn_no = @Expected
        """;

    private const string DeleteSession = "DELETE FROM session WHERE conversation_no = @No AND turn_no = @Expected";

    private const string ForgetSession = "DELETE FROM session WHERE conversation_no = @No";

    private const string InsertTurn = $"""
        INSERT INTO turn ({CallLogColumns.Turn})
        VALUES (@ConversationNo, @TurnNo, @At, @Token, @HeardKind, @Heard, @Intent, @Need, @Choice, @Confidence, @Language, @Said, @Node, @Events,
          @Reply, @WaitedMs, @Segments)
        """;

    private const string SetPlace = "UPDATE conversation SET place_id = @PlaceId WHERE no = @No";

    private const string SetLanguage = "UPDATE conversation SET language = @Language WHERE no = @No";

    private const string RaiseOutcome =
        "UPDATE conversation SET outcome = @Outcome WHERE no = @No AND (outcome IS NULL OR outcome IN @Weaker)";

    // The last turn tells where it ended and in which language: a host that never saw the call can close it.
    private const string EndConversation = """
        UPDATE conversation
        SET ended_at = @At, seconds = @Seconds, minutes = @Minutes, outcome = COALESCE(outcome, @Outcome),
          turns = COALESCE((SELECT MAX(turn_no) FROM turn WHERE conversation_no = @No), 0),
          last_node = (SELECT node FROM turn WHERE conversation_no = @No
            AND turn_no = (SELECT MAX(turn_no) FROM turn WHERE conversation_no = @No)),
          language = COALESCE((SELECT language FROM turn WHERE conversation_no = @No
            AND turn_no = (SELECT MAX(turn_no) FROM turn WHERE conversation_no = @No)), language)
        WHERE no = @No AND ended_at IS NULL
        """;

    // Where it is there already nothing is written: a conversation's turns are taken one after another.
    private const string InsertTopic = """
        INSERT INTO conversation_topic (topic, started_at, conversation_no)
        SELECT @Topic, conversation.started_at, conversation.no
        FROM conversation
        WHERE conversation.no = @No AND NOT EXISTS (
          SELECT 1 FROM conversation_topic known
          WHERE known.topic = @Topic AND known.started_at = conversation.started_at AND known.conversation_no = conversation.no)
        """;

    private static readonly HotStatement HotInsertTopic = new(InsertTopic, ("@Topic", DbType.String), ("@No", DbType.Int64));

    private static readonly HotStatement HotInsertSession = new(
        InsertSession, ("@No", DbType.Int64), ("@Turn", DbType.Int32), ("@State", DbType.String), ("@At", DbType.DateTime2));

    private static readonly HotStatement HotUpdateSession = new(
        UpdateSession,
        ("@Turn", DbType.Int32), ("@State", DbType.String), ("@At", DbType.DateTime2), ("@No", DbType.Int64), ("@Expected", DbType.Int32));

    private static readonly HotStatement HotInsertTurn = new(
        InsertTurn,
        ("@ConversationNo", DbType.Int64), ("@TurnNo", DbType.Int32), ("@At", DbType.DateTime2), ("@Token", DbType.String),
        ("@HeardKind", DbType.String), ("@Heard", DbType.String), ("@Intent", DbType.String), ("@Need", DbType.String),
        ("@Choice", DbType.String), ("@Confidence", DbType.Double), ("@Language", DbType.String), ("@Said", DbType.String),
        ("@Node", DbType.String), ("@Events", DbType.String), ("@Reply", DbType.String), ("@WaitedMs", DbType.Int32),
        ("@Segments", DbType.Int32));

    private static readonly HotStatement HotEndConversation = new(
        EndConversation, ("@At", DbType.DateTime2), ("@Seconds", DbType.Int32), ("@Minutes", DbType.Int32), ("@Outcome", DbType.String), ("@No", DbType.Int64));

    private readonly HotStatement hotInsertConversation = new(
        database.Dialect.InsertIfAbsent(
            "conversation",
            ["provider_sid"],
            "no", "channel", "provider_sid", "caller_id", "started_at", "language", "place_id", "turns", "script_version", "trial"),
        ("@No", DbType.Int64), ("@Channel", DbType.String), ("@ProviderSid", DbType.String), ("@CallerId", DbType.Int64),
        ("@StartedAt", DbType.DateTime2), ("@Language", DbType.String), ("@PlaceId", DbType.String), ("@Turns", DbType.Int32),
        ("@ScriptVersion", DbType.String), ("@Trial", DbType.Boolean));

    private readonly string insertReceipt = database.Dialect.InsertIfAbsent(
        "sms_received", ["message_sid"], "message_sid", "conversation_no", "turn_no");

    /// <summary>Begins a conversation.</summary>
    /// <returns>False when the provider's name is known already: the arrival was delivered before, and nothing is written.</returns>
    public bool Begin(WriteScope scope, Conversation conversation)
    {
        var command = scope.Command(hotInsertConversation);
        command.Add(conversation.No);
        command.Add(conversation.Channel.Text());
        command.Add(conversation.ProviderSid);
        command.Add(conversation.CallerId);
        command.Add(conversation.StartedAt);
        command.Add(conversation.Language);
        command.Add(conversation.PlaceId);
        command.Add(0);
        command.Add(conversation.ScriptVersion);
        command.Add(conversation.Trial);
        return command.Execute() == 1;
    }

    /// <summary>Adds a turn to the call log. A turn of that number must not exist: <see cref="SaveSession"/> or <see cref="EndSession"/> tells first.</summary>
    public void AppendTurn(WriteScope scope, TurnRecord turn)
    {
        var command = scope.Command(HotInsertTurn);
        command.Add(turn.ConversationNo);
        command.Add(turn.TurnNo);
        command.Add(turn.At);
        command.Add(turn.Token);
        command.Add(turn.HeardKind);
        command.Add(turn.Heard);
        command.Add(turn.Intent);
        command.Add(turn.Need);
        command.Add(turn.Choice);
        command.Add(turn.Confidence);
        command.Add(turn.Language);
        command.Add(turn.Said);
        command.Add(turn.Node);
        command.Add(turn.Events);
        command.Add(turn.Reply);
        command.Add(turn.WaitedMs);
        command.Add(turn.Segments);
        command.Execute();
    }

    /// <summary>Keeps the session after a turn, if the conversation still stands where the host thought it did.</summary>
    /// <param name="scope">The turn's write.</param>
    /// <param name="no">The conversation.</param>
    /// <param name="expected">The last turn that the host knew; 0 when this is the first.</param>
    /// <param name="turn">The turn just taken.</param>
    /// <param name="state">The engine's session, as text.</param>
    /// <param name="at">When.</param>
    /// <returns>False when another host took a turn meanwhile: nothing is written, and the turn must not be.</returns>
    public bool SaveSession(WriteScope scope, long no, int expected, int turn, string state, DateTimeOffset at)
    {
        var command = scope.Command(expected == 0 ? HotInsertSession : HotUpdateSession);
        if (expected == 0)
            command.Add(no);
        command.Add(turn);
        command.Add(state);
        command.Add(at);
        if (expected != 0)
        {
            command.Add(no);
            command.Add(expected);
        }

        return command.Execute() == 1;
    }

    /// <summary>The dialogue reached its end: there is nothing to go on with.</summary>
    /// <returns>False when another host took a turn meanwhile.</returns>
    public bool EndSession(WriteScope scope, long no, int expected) =>
        expected == 0 || scope.Execute(DeleteSession, new { No = no, Expected = expected }) == 1;

    /// <summary>Gives up an unfinished conversation, because another goes on in its stead.</summary>
    public void Forget(WriteScope scope, long no) => scope.Execute(ForgetSession, new { No = no });

    /// <summary>Notes the place that was settled on.</summary>
    public void NotePlace(WriteScope scope, long no, string placeId) => scope.Execute(SetPlace, new { No = no, PlaceId = placeId });

    /// <summary>Another language is spoken from now on; an ended conversation tells its last one by itself.</summary>
    public void NoteLanguage(WriteScope scope, long no, string language) => scope.Execute(SetLanguage, new { No = no, Language = language });

    /// <summary>Notes an outcome, unless a stronger one is known.</summary>
    public void NoteOutcome(WriteScope scope, long no, string outcome) =>
        scope.Execute(RaiseOutcome, new { No = no, Outcome = outcome, Weaker = Outcomes.WeakerThan(outcome) });

    /// <summary>Notes what a turn is about.</summary>
    /// <param name="scope">The turn's write.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="known">What was noted already; noted again, it changes nothing.</param>
    public void NoteTopics(WriteScope scope, TurnRecord turn, ImmutableHashSet<string> known)
    {
        foreach (var topic in turn.Topics)
        {
            if (known.Contains(topic)) continue;
            var command = scope.Command(HotInsertTopic);
            command.Add(topic);
            command.Add(turn.ConversationNo);
            command.Execute();
        }
    }

    /// <summary>Closes a conversation: once, however often and in whatever order the provider says so.</summary>
    /// <returns>False when it was closed already.</returns>
    public bool Close(WriteScope scope, long no, DateTimeOffset endedAt, int seconds)
    {
        var command = scope.Command(HotEndConversation);
        command.Add(endedAt);
        command.Add(seconds);
        command.Add(Math.Min(seconds / 60, CallFilter.MostMinutes));
        command.Add(Outcomes.Abandoned);
        command.Add(no);
        return command.Execute() == 1;
    }

    /// <summary>Notes which turn answers a text.</summary>
    /// <returns>False when the text was delivered before: nothing is written.</returns>
    public bool ReceiveSms(WriteScope scope, string messageSid, long no, int turn) =>
        scope.Execute(insertReceipt, new { MessageSid = messageSid, ConversationNo = no, TurnNo = turn }) == 1;
}
