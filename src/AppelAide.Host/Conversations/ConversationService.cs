using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Conversations;

/// <summary>
/// The third room: loads a conversation, steps the engine, and saves session, log and outbox in one transaction. A delivery that was answered
/// before gets the same answer; it never steps twice.
/// </summary>
internal sealed class ConversationService(
    ConversationCache cache,
    ConversationFinder finder,
    ConversationStore conversations,
    CallStarter starter,
    CallerStore callers,
    SpokenMessages messages,
    IAskedQuestions questions,
    SequenceStore sequences,
    Database database,
    ScriptLibrary scripts,
    DirectorySource directory,
    TurnTaker turns,
    LineClock clock,
    ILogger<ConversationService> logger)
{
    /// <summary>A call that was cut off may be gone on with this long after it began.</summary>
    private static readonly TimeSpan ResumeWithin = TimeSpan.FromHours(1);

    /// <summary>Nobody takes longer over a menu. A recording or a talk with a person may last any time.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);

    /// <summary>A text that comes this long after the last one begins a new conversation.</summary>
    private static readonly TimeSpan TextsApart = TimeSpan.FromHours(4);

    /// <summary>Texts of one citizen are taken one after another.</summary>
    private readonly SemaphoreSlim[] texting = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>A call arrives.</summary>
    /// <param name="callSid">The provider's name for the call.</param>
    /// <param name="from">The caller's number, E.164; empty when hidden.</param>
    /// <param name="token">The delivery's idempotency token, if any.</param>
    /// <param name="trial">Whether it is a trial, kept out of the indicators.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<TurnReply> StartCallAsync(string callSid, string from, string? token, bool trial, CancellationToken ct)
    {
        var now = clock.Now;
        var (caller, isKnown) = await WhoAsync(from, callSid, now, ct);
        var earlier = isKnown ? await EarlierAsync(caller, now, ct) : null;
        var asked = isKnown ? await questions.FindAsync(caller.Id, now, ct) : null;
        var known = StartVariables.Of(caller, isKnown, directory.Current.Places, asked);
        return await starter.StartAsync(
            new NewCall(callSid, caller, caller.Language, now, token, trial) { InsteadOf = earlier?.No },
            (script, context) => DialogueEngine.StartCall(script, caller.Language, caller.Slow, known, earlier?.Session, context),
            ct);
    }

    /// <summary>The line called somebody with a message, and they answered, or their machine did.</summary>
    /// <param name="callSid">The provider's name for the call.</param>
    /// <param name="messageId">The message in the outbox.</param>
    /// <param name="machine">Whether a machine answered.</param>
    /// <param name="token">The delivery's idempotency token, if any.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>Null when there is no such message, or it is no longer to be said.</returns>
    public async Task<TurnReply?> StartMessageAsync(string callSid, long messageId, bool machine, string? token, CancellationToken ct)
    {
        // First of all, for a second delivery may come when the message is known as heard.
        if (await starter.FindAsync(callSid, ct) is { } told) return told;
        if (await messages.FindAsync(messageId, ct) is not { } message) return null;
        if (await callers.FindAsync(message.CallerId, ct) is not { Stopped: false } citizen) return null;
        var known = StartVariables.Of(citizen, isKnown: true, directory.Current.Places)
            .Add(MessageVariables.Text, message.Spoken)
            .Add(MessageVariables.Purpose, message.Purpose)
            .Add(MessageVariables.Machine, machine ? "yes" : "")
            .Add(MessageVariables.Id, messageId.ToString(CultureInfo.InvariantCulture));
        if (await questions.OfMessageAsync(messageId, ct) is { } about)
            known = known.Add(MessageVariables.Registration, about.Registration.ToString(CultureInfo.InvariantCulture)).Add(MessageVariables.Topic, about.Topic);
        return await starter.StartAsync(
            new NewCall(callSid, citizen, message.Language, clock.Now, token, Trial: message.Purpose == OutboxPurpose.Test),
            (script, context) => DialogueEngine.StartMessage(script, message.Language, citizen.Slow, known, context),
            ct);
    }

    /// <summary>A call goes on.</summary>
    /// <param name="no">The conversation, as the last reply named it.</param>
    /// <param name="turn">The turn that the input answers.</param>
    /// <param name="callSid">The provider's name for the call.</param>
    /// <param name="input">What was heard.</param>
    /// <param name="token">The delivery's idempotency token, if any.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>Null when there is no such conversation.</returns>
    public async Task<TurnReply?> AdvanceCallAsync(long no, int turn, string callSid, CallerInput input, string? token, CancellationToken ct)
    {
        if (await HoldAsync(no, ct) is not { } live || live.ProviderSid != callSid || live.Channel != Channel.Voice) return null;
        for (var attempt = 0; ; attempt++)
        {
            await live.Gate.WaitAsync(ct);
            try
            {
                if (live.TurnNo < turn && attempt == 0) throw new StaleConversationException();
                if (live.TurnNo != turn || live.Session is null) return Again(live, turn);
                return await StepAsync(live, input, token, null, ct);
            }
            catch (StaleConversationException) when (attempt < 3)
            {
                // Another host took a turn meanwhile: its row is the truth.
                logger.LogInformation("Conversation {No} went on elsewhere; it is read again", no);
                cache.Drop(no);
            }
            finally
            {
                live.Gate.Release();
            }

            if (await HoldAsync(no, ct) is not { } again) return null;
            live = again;
        }
    }

    /// <summary>A text arrives.</summary>
    /// <param name="messageSid">The provider's name for the message.</param>
    /// <param name="from">The sender's number, E.164; empty when hidden.</param>
    /// <param name="input">The words.</param>
    /// <param name="trial">Whether it is a trial, kept out of the indicators.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<TurnReply> ReceiveTextAsync(string messageSid, string from, TextInput input, bool trial, CancellationToken ct)
    {
        var now = clock.Now;
        var (caller, isKnown) = await WhoAsync(from, messageSid, now, ct);
        var gate = texting[caller.Id % texting.Length];
        await gate.WaitAsync(ct);
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                if (await finder.ReceiptAsync(messageSid, ct) is { } receipt && await finder.TurnAsync(receipt.ConversationNo, receipt.TurnNo, ct) is { } answered)
                    return TurnReply.Replay(receipt.ConversationNo, answered);
                try
                {
                    var asked = isKnown ? await questions.FindAsync(caller.Id, now, ct) : null;
                    var saved = await finder.LatestSmsAsync(caller.Id, ct);
                    if (saved is { State: not null, LastTurn: { } last } && now - last.At < TextsApart && !IsAnswered(asked, last))
                        return await StepAsync(Loaded(saved, caller), input, messageSid, Received(messageSid), ct);
                    return await StartTextAsync(messageSid, caller, isKnown, asked, input, trial, now, ct);
                }
                catch (StaleConversationException) when (attempt < 3)
                {
                    logger.LogInformation("A text was taken elsewhere; it is read again");
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A call ended, as the provider says; whatever it says afterwards changes nothing.</summary>
    /// <param name="callSid">The provider's name for the call.</param>
    /// <param name="seconds">How long it lasted.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task CloseCallAsync(string callSid, int seconds, CancellationToken ct)
    {
        var no = cache.Find(callSid)?.No;
        if (no is null && await finder.FindByProviderSidAsync(callSid, ct) is { Conversation: { EndedAt: null, Channel: Channel.Voice } call }) no = call.No;
        if (no is not { } open) return;
        var now = clock.Now;
        await database.WriteAsync(scope => conversations.Close(scope, open, now, seconds), ct);
        cache.Drop(open);
    }

    /// <summary>The language of a citizen, for words that no dialogue says; null when nothing is known of them.</summary>
    /// <param name="no">The conversation, when the request names one.</param>
    /// <param name="sid">The provider's name for the call or the text.</param>
    /// <param name="from">The number, E.164; empty when hidden.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string?> LanguageAsync(long? no, string sid, string from, CancellationToken ct)
    {
        // From memory first: the database may be what fails.
        if (no is { } held && cache.Find(held) is { } live && live.ProviderSid == sid && live.Last is { } last) return last.Turn.Language;
        return (await finder.FindByProviderSidAsync(sid, ct))?.LastTurn?.Language
            ?? (from.Length > 0 ? (await callers.FindByPhoneAsync(from, ct))?.Language : null);
    }

    /// <summary>What was asked since is what they answer, and not a menu of before; where nothing is pending, so is what was asked earlier.</summary>
    private bool IsAnswered(AskedQuestion? asked, TurnRecord last)
    {
        var line = scripts.Live.Line;
        var isAtRest = last.Node == $"{line.StartSms}.{scripts.Live.Dialogues[line.StartSms].Start}";
        return asked is not null && (asked.At > last.At || (isAtRest && asked.Topic != AskedQuestion.Lapsed));
    }

    private Task<TurnReply> StartTextAsync(
        string messageSid, Caller caller, bool isKnown, AskedQuestion? asked, TextInput input, bool trial, DateTimeOffset now, CancellationToken ct)
    {
        var script = scripts.Live;
        var context = turns.Context(now);
        var known = StartVariables.Of(caller, isKnown, directory.Current.Places, asked);
        return StartAsync();

        async Task<TurnReply> StartAsync()
        {
            var live = new LiveConversation(await sequences.NextAsync("conversation", ct), messageSid, Channel.Sms, caller) { LastAt = now };
            return await turns.TakeAsync(
                live,
                () => DialogueEngine.StartText(script, caller.Language, known, input, context),
                input,
                messageSid,
                now,
                scope =>
                {
                    if (!conversations.ReceiveSms(scope, messageSid, live.No, 1)) throw new StaleConversationException();
                    conversations.Begin(scope, new Conversation
                    {
                        No = live.No,
                        Channel = Channel.Sms,
                        ProviderSid = messageSid,
                        CallerId = caller.Id,
                        StartedAt = now,
                        Language = caller.Language,
                        PlaceId = caller.PlaceId,
                        ScriptVersion = script.Version,
                        Trial = trial,
                    });
                },
                ct);
        }
    }

    private Action<WriteScope, LiveConversation> Received(string messageSid) => (scope, live) =>
    {
        if (!conversations.ReceiveSms(scope, messageSid, live.No, live.TurnNo + 1)) throw new StaleConversationException();
    };

    private async Task<TurnReply> StepAsync(
        LiveConversation live, CallerInput input, string? token, Action<WriteScope, LiveConversation>? first, CancellationToken ct)
    {
        var session = live.Session!;
        var script = await scripts.VersionAsync(session.ScriptVersion, ct);
        var now = clock.Now;
        var context = turns.Context(now);
        return await turns.TakeAsync(
            live, () => DialogueEngine.Resume(script, session, input, context), input, token, now, scope => first?.Invoke(scope, live), ct);
    }

    private async Task<(Caller Caller, bool IsKnown)> WhoAsync(string from, string sid, DateTimeOffset now, CancellationToken ct)
    {
        // People who hide their number are each somebody else: nothing of one may be told to another.
        var phone = from.Length > 0 ? from : $"hidden:{sid}";
        if (await callers.FindByPhoneAsync(phone, ct) is { } known) return (known, true);
        return (await callers.CreateAsync(phone, clock.DefaultLanguage, now, ct), false);
    }

    private async Task<(long No, Session Session)?> EarlierAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        await finder.LastUnfinishedCallAsync(caller.Id, now - ResumeWithin, ct) is { State: { } state } saved && IsCutOff(saved, now)
            ? (saved.Conversation.No, SessionJson.Read(state))
            : null;

    /// <summary>Whether nobody is on the line any more: many may call at once from one number, such as a shelter's.</summary>
    private static bool IsCutOff(SavedConversation call, DateTimeOffset now) =>
        call.Conversation.EndedAt is not null
        || (call.LastTurn is { } last && now - last.At > LongestAnswer && TurnJson.Read(last.Reply).Expectation is GatherExpectation);

    private async ValueTask<LiveConversation?> HoldAsync(long no, CancellationToken ct)
    {
        if (cache.Find(no) is { } held) return held;
        if (await finder.LoadAsync(no, ct) is not { LastTurn: not null } saved) return null;
        return await callers.FindAsync(saved.Conversation.CallerId, ct) is { } caller ? cache.Hold(Loaded(saved, caller)) : null;
    }

    private static LiveConversation Loaded(SavedConversation saved, Caller caller) =>
        new(saved.Conversation.No, saved.Conversation.ProviderSid, saved.Conversation.Channel, caller)
        {
            Session = saved.State is { } state ? SessionJson.Read(state) : null,
            Last = TurnReply.Replay(saved.Conversation.No, saved.LastTurn!),
            LastAt = saved.LastTurn!.At,
        };

    /// <summary>The last reply once more, unless it led out of the dialogue (to a telephone, when the dialogue failed) and that is over too.</summary>
    private static TurnReply? Again(LiveConversation live, int turn) => live.Last is { } last
        ? last with { IsSpent = live.Session is null && live.TurnNo == turn && last.Turn.Expectation is not EndExpectation }
        : null;
}
