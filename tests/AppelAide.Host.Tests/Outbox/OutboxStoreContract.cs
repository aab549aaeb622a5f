using System.Collections.Concurrent;
using AppelAide.Host.Callers;
using AppelAide.Host.Outbox;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Outbox;

public abstract class OutboxStoreContract(DatabaseFixture fixture)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static int days;
    private static int numbers;

    // Each test has a day of its own, later than those of the tests before it, whose messages are all claimed or far in the past.
    private readonly DateTimeOffset now = new DateTimeOffset(2026, 11, 21, 15, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days));
    private readonly OutboxStore outbox = new(fixture.Database, fixture.Sequences);

    [ContractFact]
    public async Task A_message_is_sent_when_due_and_not_before()
    {
        var id = await EnqueueAsync(now.AddHours(1));
        Assert.DoesNotContain(await ClaimAsync(now), message => message.Id == id);
        var claimed = Assert.Single(await ClaimAsync(now.AddHours(1)), message => message.Id == id);
        Assert.Equal(("sms", "fr", "Rappel: demain 13h30", 1, 1), (claimed.Kind, claimed.Language, claimed.Body, claimed.Segments, claimed.Attempts));
    }

    [ContractFact]
    public async Task Hosts_that_claim_at_once_never_share_a_message()
    {
        List<long> ids = [];
        for (var i = 0; i < 40; i++)
            ids.Add(await EnqueueAsync(now));
        await using var other = fixture.OpenAnother();
        OutboxStore[] hosts = [outbox, new(other, new(other))];
        var claimed = new ConcurrentBag<long>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 16),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, ct) =>
            {
                foreach (var message in await hosts[i % 2].ClaimAsync(now, Lease, 5, ct))
                    claimed.Add(message.Id);
            });
        while (await ClaimAsync(now) is { Count: > 0 } rest)
            rest.ForEach(message => claimed.Add(message.Id));
        Assert.Equal(ids, claimed.Where(ids.Contains).Order());
    }

    [ContractFact]
    public async Task A_message_left_by_a_host_that_died_is_taken_over_when_its_lease_ends()
    {
        var id = await EnqueueAsync(now);
        Assert.Contains(await ClaimAsync(now), message => message.Id == id);
        Assert.DoesNotContain(await ClaimAsync(now.AddSeconds(59)), message => message.Id == id);
        Assert.Equal(2, Assert.Single(await ClaimAsync(now.Add(Lease)), message => message.Id == id).Attempts);
    }

    [ContractFact]
    public async Task A_state_only_moves_forward()
    {
        var id = await ClaimedAsync();
        var sid = $"SM{Guid.NewGuid():N}";
        Assert.True(await outbox.MarkSentAsync(id, sid, now, default));
        Assert.False(await outbox.MarkSentAsync(id, "SMother", now, default));
        Assert.False(await outbox.MarkFailedAsync(id, 30003, now, default));
        Assert.False(await outbox.RetryAsync(id, null, now, now, default));
        Assert.True(await outbox.ReportAsync(sid, delivered: true, null, now, default));
        Assert.False(await outbox.ReportAsync(sid, delivered: false, 30006, now, default));
        Assert.False(await outbox.ReportAsync("SMunknown", delivered: true, null, now, default));
        Assert.Equal(("delivered", null), await StateAsync(id));
        Assert.DoesNotContain(await ClaimAsync(now.AddDays(9)), message => message.Id == id);
    }

    [ContractFact]
    public async Task A_message_that_failed_is_tried_again_later_or_given_up()
    {
        var id = await ClaimedAsync();
        Assert.True(await outbox.RetryAsync(id, 30003, now.AddMinutes(10), now, default));
        Assert.Equal(("due", 30003), await StateAsync(id));
        Assert.DoesNotContain(await ClaimAsync(now.AddMinutes(9)), message => message.Id == id);
        Assert.Equal(2, Assert.Single(await ClaimAsync(now.AddMinutes(10)), message => message.Id == id).Attempts);
        Assert.True(await outbox.MarkFailedAsync(id, 21610, now, default));
        Assert.Equal(("failed", 21610), await StateAsync(id));
    }

    [ContractFact]
    public async Task An_attempt_is_counted_when_made_and_not_when_postponed()
    {
        var id = await ClaimedAsync();
        Assert.True(await outbox.PostponeAsync(id, now.AddHours(12), now, default));
        Assert.Equal(1, Assert.Single(await ClaimAsync(now.AddHours(12)), message => message.Id == id).Attempts);
    }

    [ContractFact]
    public async Task A_caller_who_wants_no_more_messages_gets_none_that_waits()
    {
        var caller = await CallerAsync();
        var waiting = await EnqueueAsync(now.AddHours(1), caller);
        var others = await EnqueueAsync(now.AddHours(1));
        Assert.Equal(1, await fixture.Database.WriteAsync(scope => outbox.RefuseAll(scope, caller, 21610, now), default));
        Assert.Equal(("failed", 21610), await StateAsync(waiting));
        Assert.Equal(("due", null), await StateAsync(others));
    }

    [ContractFact]
    public async Task A_message_goes_with_what_asked_for_it()
    {
        var caller = await CallerAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.Database.WriteAsync<long>(
            scope => throw new InvalidOperationException($"undone {outbox.Enqueue(scope, Message(caller, now), now)}"), default));
        Assert.Equal(0, await fixture.Database.ReadAsync(
            c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM outbox WHERE caller_id = @Caller", new { Caller = caller }), default));
    }

    private static OutboxMessage Message(long caller, DateTimeOffset dueAt) => new()
    {
        CallerId = caller,
        ConversationNo = 5,
        Kind = "sms",
        Language = "fr",
        Body = "Rappel: demain 13h30",
        Segments = 1,
        DueAt = dueAt,
    };

    private Task<List<ClaimedMessage>> ClaimAsync(DateTimeOffset at) => outbox.ClaimAsync(at, Lease, 100, default);

    private async Task<long> ClaimedAsync()
    {
        var id = await EnqueueAsync(now);
        Assert.Contains(await ClaimAsync(now), message => message.Id == id);
        return id;
    }

    private async Task<long> EnqueueAsync(DateTimeOffset dueAt, long? caller = null)
    {
        var to = caller ?? await CallerAsync();
        return await fixture.Database.WriteAsync(scope => outbox.Enqueue(scope, Message(to, dueAt), now), default);
    }

    private async Task<long> CallerAsync() =>
        (await new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault)
            .FindOrCreateAsync($"+1819555{Interlocked.Increment(ref numbers):0000}", "fr", now, default)).Id;

    private Task<(string State, int? ErrorCode)> StateAsync(long id) => fixture.Database.ReadAsync(
        c => c.QuerySingle<(string, int?)>("SELECT state, error_code FROM outbox WHERE id = @Id", new { Id = id }), default);
}

public sealed class SqliteOutboxStoreTests(SqliteFixture fixture) : OutboxStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerOutboxStoreTests(SqlServerFixture fixture) : OutboxStoreContract(fixture), IClassFixture<SqlServerFixture>;
