using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Calls;

public abstract class QueueContract
{
    // A Monday, 10 in the morning in Québec.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private static readonly StaffMember Anne = new(1, "Anne", StaffRoles.Staff);
    private static readonly StaffMember Omar = new(2, "Omar", StaffRoles.Staff);
    private static long conversations = 1000;
    private static int numbers;

    private readonly DatabaseFixture fixture;
    private readonly HandClock clock = new();
    private readonly CallerStore callers;
    private readonly CallbackStore callbacks;
    private readonly RecordingStore recordings;
    private readonly QueueReader queue;
    private readonly QueueDesk desk;

    protected QueueContract(DatabaseFixture fixture)
    {
        this.fixture = fixture;
        callers = new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault);
        var intake = new QueueIntake(fixture.Sequences, new CallPromise(new LineClock(clock, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()))));
        callbacks = new CallbackStore(fixture.Sequences, intake);
        recordings = new RecordingStore(fixture.Database, fixture.Sequences, intake);
        queue = new QueueReader(fixture.Database);
        desk = new QueueDesk(fixture.Database, fixture.Sequences, new FormReceipts(fixture.Database, clock), new AuditLog(fixture.Database, fixture.Sequences, clock), clock);
    }

    [ContractFact]
    public async Task A_message_and_a_promised_call_of_one_conversation_are_one_item_due_as_promised()
    {
        var (no, caller) = await ConversationAsync();
        await SpeakAsync(no, caller);
        // At 10:00, with the office open till 17:00: by 13:00.
        var item = await ItemAsync(no);
        Assert.Equal((Now.AddHours(3), false, 24), (item.DueBy, item.Promised, Assert.Single(item.Sounds).Seconds));
        await PromiseAsync(no, caller, Now.AddHours(1));
        item = await ItemAsync(no);
        Assert.Equal((Now.AddHours(1), true, 2), (item.DueBy, item.Promised, item.Version));
        // A second notice of the recording, and a second message, change nothing of it.
        await SpeakAsync(no, caller);
        Assert.Equal(2, (await ItemAsync(no)).Sounds.Count);
    }

    [ContractFact]
    public async Task What_citizens_answered_in_a_recording_is_no_message_to_staff()
    {
        var (no, caller) = await ConversationAsync();
        await fixture.Database.WriteAsync(scope => recordings.Add(scope, $"RE{Guid.NewGuid():N}", no, caller.Id, "answer", 9, Now), default);
        Assert.DoesNotContain(await AllAsync(), item => item.ConversationNo == no);
    }

    [ContractFact]
    public async Task The_most_urgent_is_first_and_pages_go_on_where_they_ended()
    {
        List<long> nos = [];
        foreach (var hours in new[] { 900, 700, 800, 700 })
        {
            var (no, caller) = await ConversationAsync();
            await PromiseAsync(no, caller, Now.AddHours(hours));
            nos.Add(no);
        }

        Assert.Equal([nos[1], nos[3], nos[2], nos[0]], (await AllAsync()).Select(item => item.ConversationNo).Where(nos.Contains));
        List<long> paged = [];
        for (QueuePosition? after = null; ;)
        {
            var page = await queue.WaitingAsync(after, null, 2, default);
            if (page.Count == 0) break;
            paged.AddRange(page.Select(item => item.ConversationNo));
            after = new QueuePosition(page[^1].DueBy, page[^1].Id);
        }

        Assert.Equal([nos[1], nos[3], nos[2], nos[0]], paged.Where(nos.Contains));
        Assert.Equal(paged.Distinct().Count(), paged.Count);
    }

    [ContractFact]
    public async Task What_one_took_another_takes_only_knowingly()
    {
        var item = await PromisedAsync();
        Assert.Equal(QueueAnswer.Done, await ActAsync(Anne, item, QueueActions.Take));
        var taken = await ItemAsync(item.ConversationNo);
        Assert.Equal((Anne.Id, "Anne"), (taken.HolderId, taken.Holder));
        foreach (var action in new[] { QueueActions.Take, QueueActions.Tried, QueueActions.Done, QueueActions.Pass, QueueActions.Release })
            Assert.Equal(QueueAnswer.Held, await ActAsync(Omar, taken, action));
        // Omar's page is older than Anne's act: he is shown it first.
        Assert.Equal(QueueAnswer.Changed, await desk.ActAsync(Omar, item.Id, Act(item, QueueActions.Take) with { Knowingly = true }, default));
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Omar, item.Id, Act(taken, QueueActions.Take) with { Knowingly = true }, default));
        Assert.Equal("Omar", (await ItemAsync(item.ConversationNo)).Holder);
        Assert.Equal([("Anne", "take", ""), ("Omar", "take", "Anne")], (await queue.HistoryAsync(item.Id, default)).Select(done => (done.Who, done.Action, done.Detail)));
    }

    [ContractFact]
    public async Task Calls_without_answer_are_counted_and_the_end_settles_the_promise()
    {
        var item = await PromisedAsync();
        Assert.Equal(QueueAnswer.Done, await ActAsync(Anne, item, QueueActions.Tried));
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(QueueAnswer.Done, await ActAsync(Anne, await ItemAsync(item.ConversationNo), QueueActions.Tried));
        var tried = await ItemAsync(item.ConversationNo);
        Assert.Equal((2, clock.GetUtcNow(), "Anne"), (tried.Tries, tried.TriedAt, tried.Holder));
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Anne, item.Id, Act(tried, QueueActions.Done, "Rappelée à 11 h.") with { Outcome = QueueOutcomes.Helped }, default));
        Assert.DoesNotContain(await AllAsync(), one => one.Id == item.Id);
        var done = Assert.Single(await queue.DoneAsync(null, null, 100, default), one => one.Id == item.Id);
        Assert.Equal(("done", "helped", "Anne"), (done.State, done.Outcome, done.Holder));
        Assert.Equal("Rappelée à 11 h.", (await queue.HistoryAsync(item.Id, default))[^1].Note);
        Assert.Equal("done", await PromiseStateAsync(item.ConversationNo));
        // Called back, the citizen may ask again: it is a new item, even from the same conversation.
        Assert.Equal(Now.AddHours(9), await PromiseAsync(item.ConversationNo, (await callers.FindAsync(item.CallerId, default))!, Now.AddHours(9)));
        Assert.NotEqual(item.Id, (await ItemAsync(item.ConversationNo)).Id);
        // The first cannot be opened again beside it.
        Assert.Equal(QueueAnswer.Settled, await ActAsync(Anne, done, QueueActions.Reopen));
    }

    [ContractFact]
    public async Task A_form_sent_twice_is_carried_out_once_and_one_that_was_refused_may_be_sent_again()
    {
        var item = await PromisedAsync();
        var act = Act(item, QueueActions.Tried);
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Anne, item.Id, act, default));
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Anne, item.Id, act, default));
        var tried = await ItemAsync(item.ConversationNo);
        Assert.Equal(1, tried.Tries);
        var late = Act(item, QueueActions.Release, "Je ne peux pas.");
        Assert.Equal(QueueAnswer.Changed, await desk.ActAsync(Anne, item.Id, late, default));
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Anne, item.Id, late with { Version = tried.Version }, default));
        Assert.Null((await ItemAsync(item.ConversationNo)).HolderId);
    }

    [ContractFact]
    public async Task Two_who_act_at_once_do_not_overwrite_each_other()
    {
        var item = await PromisedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ActAsync(i % 2 == 0 ? Anne : Omar, item, QueueActions.Take)));
        Assert.Equal(1, answers.Count(answer => answer == QueueAnswer.Done));
        Assert.Single(await queue.HistoryAsync(item.Id, default));
    }

    [ContractFact]
    public async Task It_is_passed_on_by_name_and_opened_again()
    {
        var item = await PromisedAsync();
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Anne, item.Id, Act(item, QueueActions.Pass, "Parle innu.") with { To = (Omar.Id, Omar.Name) }, default));
        var passed = await ItemAsync(item.ConversationNo);
        Assert.Equal(Omar.Id, passed.HolderId);
        Assert.Contains(await queue.WaitingAsync(null, Omar.Id, 100, default), one => one.Id == item.Id);
        Assert.DoesNotContain(await queue.WaitingAsync(null, 0, 100, default), one => one.Id == item.Id);
        Assert.Equal(QueueAnswer.Done, await desk.ActAsync(Omar, item.Id, Act(passed, QueueActions.Done) with { Outcome = QueueOutcomes.Unneeded }, default));
        Assert.Equal("cancelled", await PromiseStateAsync(item.ConversationNo));
        var done = (await queue.FindAsync(item.Id, default))!;
        Assert.Equal(QueueAnswer.Settled, await ActAsync(Anne, done, QueueActions.Take));
        Assert.Equal(QueueAnswer.Done, await ActAsync(Anne, done, QueueActions.Reopen));
        Assert.True((await queue.FindAsync(item.Id, default))!.IsOpen);
        Assert.Equal(QueueAnswer.Unknown, await desk.ActAsync(Anne, 999_999, Act(done, QueueActions.Take), default));
    }

    private static QueueAct Act(QueueItem item, string action, string note = "") => new(action, item.Version, note, Guid.NewGuid().ToString("N"));

    private Task<QueueAnswer> ActAsync(StaffMember staff, QueueItem item, string action) => desk.ActAsync(staff, item.Id, Act(item, action) with { Outcome = QueueOutcomes.Helped }, default);

    private async Task<QueueItem> PromisedAsync()
    {
        var (no, caller) = await ConversationAsync();
        await PromiseAsync(no, caller, Now.AddHours(2));
        return await ItemAsync(no);
    }

    private async Task<(long No, Caller Caller)> ConversationAsync() =>
        (Interlocked.Increment(ref conversations), await callers.FindOrCreateAsync($"+1367556{Interlocked.Increment(ref numbers):0000}", "fr", Now, default));

    private Task<DateTimeOffset> PromiseAsync(long no, Caller caller, DateTimeOffset dueBy) =>
        fixture.Database.WriteAsync(scope => callbacks.Request(scope, no, caller.Id, Now, dueBy), default);

    private async Task SpeakAsync(long no, Caller caller)
    {
        var sid = $"RE{Guid.NewGuid():N}";
        for (var i = 0; i < 2; i++)
            await fixture.Database.WriteAsync(scope => recordings.Add(scope, sid, no, caller.Id, "voicemail", 24, Now), default);
    }

    private Task<List<QueueItem>> AllAsync() => queue.WaitingAsync(null, null, 10_000, default);

    private async Task<QueueItem> ItemAsync(long no) => Assert.Single(await AllAsync(), item => item.ConversationNo == no);

    private Task<string> PromiseStateAsync(long no) => fixture.Database.ReadAsync(
        connection => connection.QuerySingle<string>("SELECT state FROM callback_request WHERE conversation_no = @No", new { No = no }), default);
}

public sealed class SqliteQueueTests(SqliteFixture fixture) : QueueContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerQueueTests(SqlServerFixture fixture) : QueueContract(fixture), IClassFixture<SqlServerFixture>;
