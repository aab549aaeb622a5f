using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Commands.Telephone;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sms;
using AppelAide.Host.Voice;
using Dapper;

namespace AppelAide.Host.Console.Trial;

/// <summary>
/// The line as staff try it: the same rooms that a webhook goes through, on the same database, marked as a trial. Its telephones are nobody's, and the
/// outbox never asks the provider for them.
/// </summary>
internal sealed class TrialLine(ConversationService conversations, CallerStore callers, RecordingStore recordings, Database database, LineClock clock)
{
    private const string Columns = "conversation_no, turn_no, at, heard_kind, heard, intent, need, turn.language, said, node, reply, segments";

    private const string OfCall = $"SELECT {Columns} FROM turn WHERE conversation_no = @No ORDER BY turn_no";

    private const string OfTexts = $"""
        SELECT {Columns}
        FROM conversation JOIN turn ON turn.conversation_no = conversation.no
        WHERE conversation.caller_id = @CallerId AND conversation.channel = 'sms' AND conversation.trial = 1 AND turn.at >= @Began
        ORDER BY conversation.no, turn.turn_no
        """;

    private const string Sent = "SELECT body FROM outbox_message WHERE caller_id = @CallerId AND created_at >= @Began AND kind = 'sms' ORDER BY id";

    private const string Ended = "SELECT COUNT(*) FROM conversation WHERE no = @No AND ended_at IS NOT NULL";

    /// <summary>Longer than any citizen's text, and than what one says in a breath.</summary>
    public const int Longest = 1600;

    /// <summary>Calls the line.</summary>
    public async Task<TrialSession> CallAsync(long staff, string phone, string language, CancellationToken ct)
    {
        await PreferAsync(phone, language, ct);
        var (sid, began) = (ProviderSid.New("CA"), clock.Now);
        var reply = await conversations.StartCallAsync(sid, phone, ProviderSid.New("IT"), trial: true, ct);
        return new TrialSession(staff, "voice", phone, sid, reply.ConversationNo, began, language);
    }

    /// <summary>Takes the text handset; nothing is sent yet.</summary>
    public async Task<TrialSession> TakeHandsetAsync(long staff, string phone, string language, CancellationToken ct)
    {
        await PreferAsync(phone, language, ct);
        return new TrialSession(staff, "sms", phone, "", 0, InstantFormat.Truncate(clock.Now), language);
    }

    /// <summary>Answers the line in a call: keys, words or silence. One that answers an older turn changes nothing.</summary>
    /// <param name="session">The call.</param>
    /// <param name="turn">The turn that is answered.</param>
    /// <param name="typed">Keys, words, or nothing.</param>
    /// <param name="ct">Gives up.</param>
    public async Task AnswerAsync(TrialSession session, int turn, string typed, CancellationToken ct)
    {
        if (await ReadAsync(session, ct) is not { IsOver: false } exchange || exchange.TurnNo != turn) return;
        var act = TypedAct.Read(typed.Length > Longest ? typed[..Longest] : typed, exchange.Then, exchange.Steps[^1].Language);
        if (act.Input is not { } input)
        {
            await HangUpAsync(session, ct);
            return;
        }

        var heard = VoiceReader.Read(new FormCollection(TwilioForm.Of(input)));
        var reply = await conversations.AdvanceCallAsync(session.No, turn, session.CallSid, heard, ProviderSid.New("IT"), ct);
        // There is nothing at the provider to fetch.
        if (heard is RecordingInput { RecordingSid: { Length: > 0 } sid }) await recordings.MarkDeletedAsync(sid, clock.Now, ct);
        if (reply?.Turn.Expectation is EndExpectation) await HangUpAsync(session, ct);
    }

    /// <summary>Sends a text.</summary>
    /// <param name="session">The handset.</param>
    /// <param name="once">The word of the form: a text sent twice arrives once.</param>
    /// <param name="body">The words.</param>
    /// <param name="ct">Gives up.</param>
    public async Task SendAsync(TrialSession session, string once, string body, CancellationToken ct)
    {
        var text = SmsReader.Read(new FormCollection(TwilioForm.Of(new TextInput(body.Length > Longest ? body[..Longest] : body))));
        await conversations.ReceiveTextAsync($"SM{once}", session.Phone, text, trial: true, ct);
    }

    /// <summary>Hangs up.</summary>
    public Task HangUpAsync(TrialSession session, CancellationToken ct) =>
        conversations.CloseCallAsync(session.CallSid, (int)Math.Clamp((clock.Now - session.Began).TotalSeconds, 0, 24 * 3600), ct);

    /// <summary>The whole exchange; null when it is not in the log any more.</summary>
    public async Task<TrialExchange?> ReadAsync(TrialSession session, CancellationToken ct)
    {
        if (await callers.FindByPhoneAsync(session.Phone, ct) is not { } caller) return session.IsCall ? null : new TrialExchange([], [], false);
        var of = new { session.No, CallerId = caller.Id, session.Began };
        return await database.ReadAsync(
            connection =>
            {
                var steps = connection.Query<TrialStep>(session.IsCall ? OfCall : OfTexts, of).AsList();
                if (session.IsCall && steps.Count == 0) return null;
                var isOver = session.IsCall && connection.ExecuteScalar<long>(Ended, of) > 0;
                return new TrialExchange(steps, connection.Query<string>(Sent, of).AsList(), isOver);
            },
            ct);
    }

    /// <summary>A trial telephone that the line never heard from, as far as a few tries find one.</summary>
    public async Task<string> NewPhoneAsync(CancellationToken ct)
    {
        var phone = TrialNumbers.Any(Random.Shared);
        for (var i = 0; i < 20 && await callers.FindByPhoneAsync(phone, ct) is not null; i++) phone = TrialNumbers.Any(Random.Shared);
        return phone;
    }

    private async Task PreferAsync(string phone, string language, CancellationToken ct)
    {
        var caller = await callers.FindByPhoneAsync(phone, ct);
        // Whom the line does not know is asked for their language, and English is not the first.
        if (caller is null && language == clock.DefaultLanguage) return;
        caller ??= await callers.FindOrCreateAsync(phone, language, clock.Now, ct);
        if (caller.Language == language) return;
        await database.WriteAsync(scope => callers.Save(scope, caller with { Language = language, UpdatedAt = clock.Now }), ct);
    }
}
