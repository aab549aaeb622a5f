using AppelAide.Dialogue;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Calls;

public abstract class CallLogContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static int numbers;

    private readonly Database database = fixture.Database;
    private readonly ConversationStore store = new(fixture.Database);
    private readonly ConversationFinder finder = new(fixture.Database);
    private readonly CallLogReader log = new(fixture.Database);

    [ContractFact]
    public async Task A_conversation_is_begun_once_however_often_its_arrival_is_delivered()
    {
        var call = await CallAsync();
        Assert.True(await database.WriteAsync(scope => store.Begin(scope, call), default));
        Assert.False(await database.WriteAsync(scope => store.Begin(scope, call with { No = call.No + 1_000_000 }), default));
        var saved = await finder.FindByProviderSidAsync(call.ProviderSid, default);
        Assert.Equal(call, saved!.Conversation);
        Assert.Equal(0, saved.TurnNo);
        Assert.Null(saved.State);
        Assert.Null(await finder.FindByProviderSidAsync("CAunknown", default));
    }

    [ContractFact]
    public async Task A_turn_comes_back_as_it_was_with_the_session_after_it()
    {
        var call = await BeginAsync();
        var full = Turn(call, 1) with
        {
            Token = "11b3",
            Heard = "j'ai pus de chauffage ❄",
            Intent = "referral",
            Need = "heating",
            Choice = "2",
            Confidence = 0.87,
            Events = "[]",
            Reply = new string('é', 9_000),
            WaitedMs = 12,
            Segments = 2,
        };
        Assert.True(await TakeAsync(full, 0, "state 1"));
        Assert.True(await TakeAsync(Turn(call, 2), 1, "state 2"));
        Assert.Equal(full, await finder.TurnAsync(call.No, 1, default));
        Assert.Null(await finder.TurnAsync(call.No, 3, default));
        var saved = await finder.LoadAsync(call.No, default);
        Assert.Equal("state 2", saved!.State);
        Assert.Equal(Turn(call, 2), saved.LastTurn);
    }

    [ContractFact]
    public async Task Of_two_hosts_that_take_the_same_turn_one_is_refused_and_writes_nothing()
    {
        var call = await BeginAsync();
        Assert.True(await TakeAsync(Turn(call, 1), 0, "one"));
        Assert.True(await TakeAsync(Turn(call, 2), 1, "two"));
        Assert.False(await TakeAsync(Turn(call, 2) with { Said = "other" }, 1, "other"));
        Assert.False(await database.WriteAsync(scope => store.EndSession(scope, call.No, 1), default));
        Assert.Equal("two", (await finder.LoadAsync(call.No, default))!.State);
    }

    [ContractFact]
    public async Task A_conversation_closes_once_with_what_its_turns_tell()
    {
        var call = await BeginAsync();
        await TakeAsync(Turn(call, 1), 0, "one");
        await TakeAsync(Turn(call, 2) with { Language = "en", Node = "main.bye" }, 1, "two");
        Assert.True(await database.WriteAsync(scope => store.Close(scope, call.No, Now.AddMinutes(2), 120), default));
        Assert.False(await database.WriteAsync(scope => store.Close(scope, call.No, Now.AddMinutes(9), 1), default));
        var closed = (await finder.LoadAsync(call.No, default))!.Conversation;
        Assert.Equal(
            call with { EndedAt = Now.AddMinutes(2), Seconds = 120, Turns = 2, LastNode = "main.bye", Language = "en", Outcome = "abandoned" },
            closed);
    }

    [ContractFact]
    public async Task The_strongest_outcome_is_kept()
    {
        var call = await BeginAsync();
        foreach (var (outcome, kept) in new[] { ("answered", "answered"), ("registered", "registered"), ("referred", "registered"), ("emergency", "emergency") })
        {
            await database.WriteAsync(scope => store.NoteOutcome(scope, call.No, outcome), default);
            Assert.Equal(kept, (await finder.LoadAsync(call.No, default))!.Conversation.Outcome);
        }

        await database.WriteAsync(scope => store.NotePlace(scope, call.No, "03005"), default);
        await database.WriteAsync(scope => store.Close(scope, call.No, Now, 1), default);
        var closed = (await finder.LoadAsync(call.No, default))!.Conversation;
        Assert.Equal(("emergency", "03005"), (closed.Outcome, closed.PlaceId));
        Assert.Throws<ArgumentException>(() => Outcomes.WeakerThan("nonsense"));
    }

    [ContractFact]
    public async Task A_call_that_was_cut_off_is_found_again_until_its_end_or_too_late()
    {
        var call = await BeginAsync();
        await TakeAsync(Turn(call, 1), 0, "cut here");
        await database.WriteAsync(scope => store.Close(scope, call.No, Now.AddMinutes(1), 60), default);
        Assert.Equal("cut here", (await finder.LastUnfinishedCallAsync(call.CallerId, Now, default))!.State);
        Assert.Null(await finder.LastUnfinishedCallAsync(call.CallerId, Now.AddSeconds(1), default));
        Assert.Null(await finder.LastUnfinishedCallAsync(call.CallerId + 1_000_000, Now, default));
        Assert.True(await database.WriteAsync(scope => store.EndSession(scope, call.No, 1), default));
        Assert.Null(await finder.LastUnfinishedCallAsync(call.CallerId, Now, default));

        var other = await BeginAsync(call.CallerId);
        await TakeAsync(Turn(other, 1), 0, "again");
        await database.WriteAsync(scope => store.Forget(scope, other.No), default);
        Assert.Null(await finder.LastUnfinishedCallAsync(call.CallerId, Now, default));
    }

    [ContractFact]
    public async Task The_latest_texts_of_a_caller_are_found_and_calls_are_not_texts()
    {
        var call = await BeginAsync();
        Assert.Null(await finder.LatestSmsAsync(call.CallerId, default));
        var texts = await BeginAsync(call.CallerId, Channel.Sms);
        var later = await BeginAsync(call.CallerId, Channel.Sms);
        await TakeAsync(Turn(later, 1), 0, "texts");
        var found = await finder.LatestSmsAsync(call.CallerId, default);
        Assert.Equal((later.No, "texts", 1), (found!.Conversation.No, found.State, found.TurnNo));
        Assert.NotEqual(texts.No, found.Conversation.No);
        Assert.Null(await finder.LastUnfinishedCallAsync(call.CallerId, Now, default));
    }

    [ContractFact]
    public async Task A_text_is_received_once()
    {
        var sid = $"SM{Guid.NewGuid():N}";
        Assert.Null(await finder.ReceiptAsync(sid, default));
        Assert.True(await database.WriteAsync(scope => store.ReceiveSms(scope, sid, 7, 3), default));
        Assert.False(await database.WriteAsync(scope => store.ReceiveSms(scope, sid, 8, 1), default));
        Assert.Equal(new SmsReceipt { ConversationNo = 7, TurnNo = 3 }, await finder.ReceiptAsync(sid, default));
    }

    [ContractFact]
    public async Task The_call_log_is_listed_newest_first_and_a_page_follows_another()
    {
        List<Conversation> calls = [await BeginAsync(), await BeginAsync(), await BeginAsync()];
        await TakeAsync(Turn(calls[2], 1), 0, "one");
        var first = await log.ListAsync(null, 2, default);
        Assert.Equal([calls[2].No, calls[1].No], first.Select(entry => entry.No));
        Assert.Equal(calls[0].No, (await log.ListAsync(first[^1].No, 2, default))[0].No);
        Assert.Equal((1, 2, Channel.Voice), (first[0].Turns, first[0].PhoneTail.Length, first[0].Channel));
    }

    [ContractFact]
    public async Task A_conversation_can_be_replayed_on_paper()
    {
        var call = await BeginAsync();
        for (var turn = 1; turn <= 11; turn++)
            await TakeAsync(Turn(call, turn), turn - 1, "state");
        var found = await log.FindAsync(call.No, default);
        Assert.Equal(Enumerable.Range(1, 11).Select(turn => Turn(call, turn)), found!.Turns);
        Assert.Equal((call.No, 11, call.StartedAt), (found.Entry.No, found.Entry.Turns, found.Entry.StartedAt));
        Assert.Null(await log.FindAsync(long.MaxValue, default));
    }

    [ContractFact]
    public async Task Scripts_are_kept_as_they_were()
    {
        var scripts = new ScriptVersionStore(database);
        var version = $"v{Guid.NewGuid():N}";
        Assert.Null(await scripts.FindAsync(version, default));
        await scripts.KeepAsync(version, "bonjour", Now, default);
        await scripts.KeepAsync(version, "bonsoir", Now, default);
        Assert.Equal("bonjour", await scripts.FindAsync(version, default));
    }

    private static TurnRecord Turn(Conversation call, int number) => new()
    {
        ConversationNo = call.No,
        TurnNo = number,
        At = Now.AddSeconds(number),
        HeardKind = "digits",
        Heard = "1",
        Language = "fr",
        Said = "Pour une formation, faites le 1.",
        Node = "main.menu",
        Reply = "{}",
        WaitedMs = 3,
        Segments = 0,
    };

    private Task<bool> TakeAsync(TurnRecord turn, int expected, string state) => database.WriteAsync(
        scope =>
        {
            if (!store.SaveSession(scope, turn.ConversationNo, expected, turn.TurnNo, state, turn.At))
                return false;
            store.AppendTurn(scope, turn);
            return true;
        },
        default);

    private async Task<Conversation> BeginAsync(long? callerId = null, Channel channel = Channel.Voice)
    {
        var call = await CallAsync(callerId, channel);
        await database.WriteAsync(scope => store.Begin(scope, call), default);
        return call;
    }

    private async Task<Conversation> CallAsync(long? callerId = null, Channel channel = Channel.Voice)
    {
        var callers = new CallerStore(database, fixture.Sequences, fixture.Vault);
        return new Conversation
        {
            No = await fixture.Sequences.NextAsync("conversation", default),
            Channel = channel,
            ProviderSid = $"CA{Guid.NewGuid():N}",
            CallerId = callerId ?? (await callers.FindOrCreateAsync($"+1581555{Interlocked.Increment(ref numbers):0000}", "fr", Now, default)).Id,
            StartedAt = Now,
            Language = "fr",
            ScriptVersion = "v1",
            Trial = true,
        };
    }
}

public sealed class SqliteCallLogTests(SqliteFixture fixture) : CallLogContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerCallLogTests(SqlServerFixture fixture) : CallLogContract(fixture), IClassFixture<SqlServerFixture>;
