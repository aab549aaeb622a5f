using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Calls;

public abstract class PromisesContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static int numbers;

    private readonly CallerStore callers = new(fixture.Database, fixture.Sequences, fixture.Vault);
    private readonly CallbackStore callbacks = new(fixture.Database, fixture.Sequences);
    private readonly RecordingStore recordings = new(fixture.Database, fixture.Sequences);

    [ContractFact]
    public async Task A_caller_who_waits_already_is_promised_no_second_call()
    {
        var caller = await CallerAsync();
        var first = await RequestAsync(caller, Now.AddHours(20));
        var second = await RequestAsync(caller, Now.AddHours(40));
        Assert.Equal(Now.AddHours(20), first);
        Assert.Equal(first, second);
        var open = Assert.Single(await callbacks.ListOpenAsync(0, 100, default), request => request.CallerId == caller.Id);
        Assert.Equal((caller.PhoneTail, first, "open"), (open.PhoneTail, open.DueBy, open.State));
    }

    [ContractFact]
    public async Task Who_waits_is_listed_the_most_urgent_first_until_called()
    {
        var (late, soon) = (await CallerAsync(), await CallerAsync());
        await RequestAsync(late, Now.AddHours(5));
        await RequestAsync(soon, Now.AddHours(1));
        var mine = (await callbacks.ListOpenAsync(0, 100, default)).Where(request => request.CallerId == late.Id || request.CallerId == soon.Id).ToList();
        Assert.Equal([soon.Id, late.Id], mine.Select(request => request.CallerId));
        Assert.True(await callbacks.SettleAsync(mine[0].Id, done: true, Now, default));
        Assert.False(await callbacks.SettleAsync(mine[0].Id, done: false, Now, default));
        Assert.DoesNotContain(await callbacks.ListOpenAsync(0, 100, default), request => request.CallerId == soon.Id);
        // Called back, the citizen may ask again.
        Assert.Equal(Now.AddHours(9), await RequestAsync(soon, Now.AddHours(9)));
    }

    [ContractFact]
    public async Task A_recording_is_noted_once_and_only_moves_forward()
    {
        var caller = await CallerAsync();
        var sid = $"RE{Guid.NewGuid():N}";
        for (var i = 0; i < 2; i++)
            await fixture.Database.WriteAsync(scope => recordings.Add(scope, sid, 5, caller.Id, "voicemail", 24 + i, Now), default);
        var found = await recordings.FindAsync(sid, default);
        Assert.Equal((24, "pending", "voicemail", Now), (found!.Seconds, found.State, found.Purpose, found.CreatedAt));
        Assert.Contains(await recordings.ListPendingAsync(100, default), recording => recording.RecordingSid == sid);
        Assert.True(await recordings.MarkStoredAsync(sid, Now, default));
        Assert.False(await recordings.MarkStoredAsync(sid, Now, default));
        Assert.True(await recordings.MarkDeletedAsync(sid, Now, default));
        Assert.False(await recordings.MarkStoredAsync(sid, Now, default));
        Assert.False(await recordings.MarkDeletedAsync(sid, Now, default));
        Assert.Equal("deleted", (await recordings.FindAsync(sid, default))!.State);
    }

    private Task<Caller> CallerAsync() =>
        callers.FindOrCreateAsync($"+1367555{Interlocked.Increment(ref numbers):0000}", "fr", Now, default);

    private Task<DateTimeOffset> RequestAsync(Caller caller, DateTimeOffset dueBy) =>
        fixture.Database.WriteAsync(scope => callbacks.Request(scope, 5, caller.Id, Now, dueBy), default);
}

public sealed class SqlitePromisesTests(SqliteFixture fixture) : PromisesContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerPromisesTests(SqlServerFixture fixture) : PromisesContract(fixture), IClassFixture<SqlServerFixture>;
