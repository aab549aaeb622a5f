using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Conversations;
using AppelAide.Host.Recordings;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Twilio;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Calls;

public abstract class PromisesContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static int numbers;

    private readonly DatabaseFixture fixture;
    private readonly CallerStore callers;
    private readonly CallbackStore callbacks;
    private readonly RecordingStore recordings;

    protected PromisesContract(DatabaseFixture fixture)
    {
        this.fixture = fixture;
        callers = new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault);
        var intake = new QueueIntake(fixture.Sequences, new CallPromise(new LineClock(TimeProvider.System, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()))));
        callbacks = new CallbackStore(fixture.Sequences, intake);
        recordings = new RecordingStore(fixture.Database, fixture.Sequences, intake);
    }

    [ContractFact]
    public async Task A_caller_who_waits_already_is_promised_no_second_call()
    {
        var caller = await CallerAsync();
        var first = await RequestAsync(caller, Now.AddHours(20));
        var second = await RequestAsync(caller, Now.AddHours(40));
        Assert.Equal(Now.AddHours(20), first);
        Assert.Equal(first, second);
        var open = Assert.Single(await new QueueReader(fixture.Database).WaitingAsync(null, null, 100, default), item => item.CallerId == caller.Id);
        Assert.Equal((caller.PhoneTail, first, true), (open.PhoneTail, open.DueBy, open.Promised));
    }

    [ContractFact]
    public async Task A_recording_is_noted_once_and_only_moves_forward()
    {
        var caller = await CallerAsync();
        var sid = $"RE{Guid.NewGuid():N}";
        for (var i = 0; i < 2; i++)
            await fixture.Database.WriteAsync(scope => recordings.Add(scope, sid, 5, caller.Id, "answer", 24 + i, Now), default);
        var found = await recordings.FindAsync(sid, default);
        Assert.Equal((24, "pending", "answer", Now), (found!.Seconds, found.State, found.Purpose, found.CreatedAt));
        var sounds = new SoundStore(fixture.Database, fixture.Vault);
        Assert.Contains(await sounds.ToFetchAsync(Now, 100, default), work => work.RecordingSid == sid);
        Assert.True(await sounds.KeepAsync(found.Id, "audio/mpeg", [1, 2, 3], Now));
        Assert.False(await sounds.KeepAsync(found.Id, "audio/mpeg", [4], Now));
        Assert.Equal([1, 2, 3], (await sounds.FindAsync(found.Id, default))!.Sound);
        Assert.Contains(await sounds.ToDeleteAsync(Now, 100, default), work => work.Id == found.Id);
        await sounds.LeftProviderAsync(found.Id);
        Assert.DoesNotContain(await sounds.ToDeleteAsync(Now, 100, default), work => work.Id == found.Id);
        await sounds.PutOffAsync(found.Id, 1, "absent", Now.AddHours(1));
        await sounds.PutOffAsync(found.Id, 2, "absent", null);
        Assert.True(await recordings.MarkDeletedAsync(sid, Now, default));
        Assert.Null(await sounds.FindAsync(found.Id, default));
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
