using System.Collections.Concurrent;
using AppelAide.Dialogue;
using AppelAide.Host.Outbox;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Outbox;

public abstract class OutboxStoreContract(DatabaseFixture fixture)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static int days;

    // Each test has a day of its own, later than those of the tests before it, whose messages are all claimed or far in the past.
    private readonly DateTimeOffset now = new DateTimeOffset(2026, 11, 21, 15, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days));
    private readonly SomeMessages some = new(fixture);

    private OutboxStore Outbox => some.Outbox;

    [ContractFact]
    public async Task A_message_is_sent_when_due_and_not_before()
    {
        var id = await some.EnqueueAsync(now, now.AddHours(1));
        Assert.DoesNotContain(await ClaimAsync(now), message => message.Id == id);
        var claimed = Assert.Single(await ClaimAsync(now.AddHours(1)), message => message.Id == id);
        Assert.Equal(("sms", "reminder", SomeMessages.Body, 1, 0), (claimed.Kind, claimed.Purpose, claimed.Body, claimed.Segments, claimed.Attempts));
        Assert.Equal((false, null, null, null), (claimed.Stopped, claimed.Texts, claimed.TimeZone, claimed.InDoubtSince));
    }

    [ContractFact]
    public async Task Answers_go_before_reminders_and_reminders_before_bulletins()
    {
        var bulletin = await some.EnqueueAsync(now, now.AddMinutes(-3), OutboxPurpose.Bulletin);
        var reminder = await some.EnqueueAsync(now, now.AddMinutes(-2));
        var answer = await some.EnqueueAsync(now, now.AddMinutes(-1), OutboxPurpose.Answer);
        long[] ours = [answer, reminder, bulletin];
        Assert.Equal(ours, (await ClaimAsync(now)).Select(message => message.Id).Where(ours.Contains));
    }

    [ContractFact]
    public async Task Hosts_that_claim_at_once_never_share_a_message()
    {
        List<long> ids = [];
        for (var i = 0; i < 40; i++)
            ids.Add(await some.EnqueueAsync(now, now));
        await using var other = fixture.OpenAnother();
        OutboxStore[] hosts = [Outbox, new(other, new(other))];
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
    public async Task A_message_left_by_a_host_that_died_before_it_asked_the_provider_is_taken_over_without_doubt()
    {
        var id = (await ClaimedAsync()).Id;
        Assert.DoesNotContain(await ClaimAsync(now.AddSeconds(59)), message => message.Id == id);
        var again = Assert.Single(await ClaimAsync(now.Add(Lease)), message => message.Id == id);
        Assert.Equal((0, null), (again.Attempts, again.InDoubtSince));
    }

    [ContractFact]
    public async Task A_message_left_by_a_host_that_died_while_it_asked_the_provider_is_in_doubt()
    {
        var claimed = await ClaimedAsync();
        Assert.True(await some.BeginAsync(claimed, now.AddSeconds(5)));
        var again = Assert.Single(await ClaimAsync(now.Add(Lease)), message => message.Id == claimed.Id);
        Assert.Equal((1, now.AddSeconds(5)), (again.Attempts, again.InDoubtSince));
        await WriteAsync(scope => Outbox.End(scope, claimed.Id, 1, "absent", null, null, now.Add(Lease)));
        Assert.Null(Assert.Single(await ClaimAsync(now + (2 * Lease)), message => message.Id == claimed.Id).InDoubtSince);
    }

    [ContractFact]
    public async Task An_attempt_is_not_begun_when_the_lease_is_over_or_another_host_began_it()
    {
        var claimed = await ClaimedAsync();
        Assert.False(await some.BeginAsync(claimed, now.Add(Lease)));
        Assert.True(await some.BeginAsync(claimed, now));
        Assert.False(await some.BeginAsync(claimed, now));
        Assert.Equal(1, await some.CountAsync("outbox_attempt", claimed.Id));
    }

    [ContractFact]
    public async Task An_attempt_is_not_begun_for_somebody_who_stopped_messages_after_the_claim()
    {
        var claimed = await ClaimedAsync();
        await WriteAsync(scope => some.Consent.Write(scope, claimed.CallerId, false, Channel.Sms, "STOP", "SM1", now));
        Assert.False(await some.BeginAsync(claimed, now));
    }

    [ContractFact]
    public async Task A_state_only_moves_forward()
    {
        var claimed = await ClaimedAsync();
        var sid = $"SM{Guid.NewGuid():N}";
        Assert.True(await some.TakeAsync(claimed, sid, now));
        Assert.False(await WriteAsync(scope => Outbox.Take(scope, claimed.Id, 1, "SMother", now)));
        Assert.False(await WriteAsync(scope => Outbox.Settle(scope, claimed.Id, "failed", "refused", 30003, now)));
        Assert.False(await WriteAsync(scope => Outbox.Postpone(scope, claimed.Id, now, "provider", null, now)));
        Assert.Equal(("sent", null, null), await some.StateAsync(claimed.Id));
        Assert.DoesNotContain(await ClaimAsync(now.AddHours(9)), message => message.Id == claimed.Id);
    }

    [ContractFact]
    public async Task What_is_postponed_waits_and_counts_no_attempt()
    {
        var id = (await ClaimedAsync()).Id;
        Assert.True(await WriteAsync(scope => Outbox.Postpone(scope, id, now.AddMinutes(10), "hours", null, now)));
        Assert.Equal(("due", "hours", null), await some.StateAsync(id));
        Assert.DoesNotContain(await ClaimAsync(now.AddMinutes(9)), message => message.Id == id);
        Assert.Equal(0, Assert.Single(await ClaimAsync(now.AddMinutes(10)), message => message.Id == id).Attempts);
        Assert.True(await WriteAsync(scope => Outbox.Settle(scope, id, "failed", "refused", 21211, now)));
        Assert.Equal(("failed", "refused", 21211), await some.StateAsync(id));
    }

    [ContractFact]
    public async Task A_citizen_who_stops_messages_gets_none_that_waits()
    {
        var caller = await some.CallerAsync(now);
        var waiting = await some.EnqueueAsync(now, now.AddHours(1), caller: caller);
        var others = await some.EnqueueAsync(now, now.AddHours(1));
        Assert.Equal(1, await fixture.Database.WriteAsync(scope => Outbox.CancelAll(scope, caller, now), default));
        Assert.Equal(("cancelled", "stopped", null), await some.StateAsync(waiting));
        Assert.Equal(("due", null, null), await some.StateAsync(others));
    }

    [ContractFact]
    public async Task A_text_that_a_landline_cannot_receive_becomes_a_call()
    {
        var claimed = await ClaimedAsync();
        Assert.True(await WriteAsync(scope => Outbox.MakeCall(scope, claimed.Id, 30006, now)));
        Assert.Equal("call", Assert.Single(await ClaimAsync(now), message => message.Id == claimed.Id).Kind);
        Assert.False(await WriteAsync(scope => Outbox.MakeCall(scope, claimed.Id, 30006, now)));
    }

    [ContractFact]
    public async Task What_went_to_a_citizen_today_is_counted_without_what_they_asked_for()
    {
        var caller = await some.CallerAsync(now);
        foreach (var purpose in new[] { OutboxPurpose.Reminder, OutboxPurpose.Bulletin, OutboxPurpose.Answer })
            await some.EnqueueAsync(now, now, purpose, caller);
        foreach (var message in (await ClaimAsync(now)).Where(message => message.CallerId == caller))
            await some.TakeAsync(message, $"SM{Guid.NewGuid():N}", now);
        Assert.Equal(2, await Outbox.CountTodayAsync(caller, now, default));
        Assert.Equal(0, await Outbox.CountTodayAsync(caller, now.AddSeconds(1), default));
    }

    [ContractFact]
    public async Task The_cap_of_a_day_holds_for_messages_that_were_claimed_together()
    {
        var caller = await some.CallerAsync(now);
        for (var i = 0; i < 4; i++) await some.EnqueueAsync(now, now, caller: caller);
        await some.EnqueueAsync(now, now, OutboxPurpose.Answer, caller);
        var begun = await Task.WhenAll((await ClaimAsync(now)).Where(message => message.CallerId == caller).Select(message => some.BeginAsync(message, now)));
        Assert.Equal(4, begun.Count(isBegun => isBegun));
    }

    [ContractFact]
    public async Task A_message_goes_with_what_asked_for_it()
    {
        var caller = await some.CallerAsync(now);
        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.Database.WriteAsync<long>(
            scope => throw new InvalidOperationException($"undone {Outbox.Enqueue(scope, SomeMessages.Message(caller, now), now)}"), default));
        Assert.Equal(0, await fixture.Database.ReadAsync(
            c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM outbox_message WHERE caller_id = @Caller", new { Caller = caller }), default));
    }

    private Task<List<ClaimedMessage>> ClaimAsync(DateTimeOffset at) => Outbox.ClaimAsync(at, Lease, 100, default);

    private async Task<ClaimedMessage> ClaimedAsync()
    {
        var id = await some.EnqueueAsync(now, now);
        return Assert.Single(await ClaimAsync(now), message => message.Id == id);
    }

    private Task<bool> WriteAsync(Func<Host.Persistence.WriteScope, bool> write) => fixture.Database.WriteAsync(write, default);

    private Task<bool> WriteAsync(Action<Host.Persistence.WriteScope> write) => some.WriteAsync(write);
}

public sealed class SqliteOutboxStoreTests(SqliteFixture fixture) : OutboxStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerOutboxStoreTests(SqlServerFixture fixture) : OutboxStoreContract(fixture), IClassFixture<SqlServerFixture>;
