using AppelAide.Host.Callers;
using AppelAide.Host.Outbox;
using AppelAide.Host.Outbox.Review;
using AppelAide.Host.Staff;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Outbox;

public abstract class MessageReviewContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private static readonly StaffMember Anne = new(1, "Anne", StaffRoles.Staff);
    private static int numbers;

    private readonly CallerStore callers = new(fixture.Database, fixture.Sequences, fixture.Vault);
    private readonly OutboxStore outbox = new(fixture.Database, fixture.Sequences);
    private readonly MessageReader reader = new(fixture.Database);
    private readonly MessageDesk desk = new(
        fixture.Database, new OutboxStore(fixture.Database, fixture.Sequences), new AuditLog(fixture.Database, fixture.Sequences, new HandClock()), new FormReceipts(fixture.Database, new HandClock()), new HandClock());

    [ContractFact]
    public async Task Any_filter_finds_what_it_says_newest_first_and_pages_go_on()
    {
        List<long> reminders = [];
        for (var i = 0; i < 5; i++) reminders.Add(await AddAsync(OutboxPurpose.Reminder, "sms", Now.AddMinutes(i / 2)));
        var call = await AddAsync(OutboxPurpose.Notice, "call", Now.AddMinutes(9));
        var failed = await AddAsync(OutboxPurpose.Bulletin, "sms", Now.AddMinutes(8));
        await fixture.Database.WriteAsync(scope => outbox.Settle(scope, failed, "failed", "expired", null, Now), default);

        Assert.Equal([.. reminders.AsEnumerable().Reverse()], await FindAsync(new(null, OutboxPurpose.Reminder, null, null, null)));
        Assert.Equal([call], await FindAsync(new(null, null, "call", null, null)));
        Assert.Equal([failed], await FindAsync(new("failed", null, null, null, null)));
        Assert.Equal([failed], await FindAsync(new("failed", OutboxPurpose.Bulletin, "sms", Now, Now.AddHours(1))));
        Assert.Empty(await FindAsync(new("failed", OutboxPurpose.Reminder, null, null, null)));
        Assert.Equal([reminders[3], reminders[2]], await FindAsync(new(null, OutboxPurpose.Reminder, null, Now.AddMinutes(1), Now.AddMinutes(2))));
        Assert.Equal([call, failed], (await FindAsync(new(null, null, null, Now, null))).Take(2));

        List<long> paged = [];
        for (MessagePosition? after = null; ;)
        {
            var page = await reader.ListAsync(new("due", OutboxPurpose.Reminder, "sms", null, null), after, 2, default);
            if (page.Count == 0) break;
            paged.AddRange(page.Select(message => message.Id));
            after = new MessagePosition(page[^1].CreatedAt, page[^1].Id);
        }

        Assert.Equal([.. reminders.AsEnumerable().Reverse()], paged);
    }

    [ContractFact]
    public async Task A_message_that_waits_is_cancelled_once_and_told_in_the_audit_log()
    {
        var id = await AddAsync(OutboxPurpose.Test, "sms", Now);
        var once = Guid.NewGuid().ToString("N");
        Assert.True(await desk.CancelAsync(Anne, id, once, default));
        // The same form again; and another, too late.
        Assert.True(await desk.CancelAsync(Anne, id, once, default));
        Assert.False(await desk.CancelAsync(Anne, id, Guid.NewGuid().ToString("N"), default));
        var message = (await reader.FindAsync(id, default))!;
        Assert.Equal(("cancelled", "staff"), (message.Entry.State, message.Entry.Reason));
        Assert.Equal(1L, await fixture.Database.ReadAsync(
            connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM audit_entry WHERE action = 'message.cancel' AND subject = @Subject", new { Subject = $"message {id}" }), default));
        Assert.Null(await reader.FindAsync(999_999, default));
    }

    [ContractFact]
    public async Task What_was_tried_and_reported_is_there()
    {
        var id = await AddAsync(OutboxPurpose.Answer, "sms", Now);
        await fixture.Database.WriteAsync(
            scope =>
            {
                scope.Execute("INSERT INTO outbox_attempt (message_id, attempt, at, outcome, error_code) VALUES (@Id, 1, @At, 'later', 30003)", new { Id = id, At = Now });
                scope.Execute("INSERT INTO outbox_report (message_id, provider_sid, status, error_code, at) VALUES (@Id, 'SM1', 'undelivered', 30003, @At)", new { Id = id, At = Now });
            },
            default);
        var message = (await reader.FindAsync(id, default))!;
        Assert.Equal((1, "later", 30003), (message.Attempts.Single().Attempt, message.Attempts.Single().Outcome, message.Attempts.Single().ErrorCode));
        Assert.Equal(("undelivered", Now), (message.Reports.Single().Status, message.Reports.Single().At));
    }

    private async Task<IReadOnlyList<long>> FindAsync(MessageFilter filter) => [.. (await reader.ListAsync(filter, null, 100, default)).Select(message => message.Id)];

    private async Task<long> AddAsync(string purpose, string kind, DateTimeOffset at)
    {
        var caller = await callers.FindOrCreateAsync($"+1367558{Interlocked.Increment(ref numbers):0000}", "fr", Now, default);
        var message = new OutboxMessage { CallerId = caller.Id, Kind = kind, Purpose = purpose, Language = "fr", Body = "Bonjour", Spoken = "Bonjour", Segments = 1, DueAt = at };
        return await fixture.Database.WriteAsync(scope => outbox.Enqueue(scope, message, at), default);
    }
}

public sealed class SqliteMessageReviewTests(SqliteFixture fixture) : MessageReviewContract(fixture), IClassFixture<SqliteFixture>
{
    private readonly SqliteFixture fixture = fixture;

    /// <summary>No filter reads or sorts more than it shows: at a million messages each page comes from an index in the order of time.</summary>
    [Fact]
    public async Task Every_single_filter_is_read_from_an_index_in_its_order()
    {
        MessageFilter[] filters =
        [
            new(null, null, null, null, null), .. MessageFilter.States.Select(state => new MessageFilter(state, null, null, null, null)),
            .. MessageFilter.Purposes.Select(purpose => new MessageFilter(null, purpose, null, null, null)), .. MessageFilter.Kinds.Select(kind => new MessageFilter(null, null, kind, null, null)),
            new("failed", OutboxPurpose.Bulletin, "sms", null, null), new("delivered", OutboxPurpose.Test, null, null, null),
        ];
        foreach (var filter in filters)
        {
            var sql = "EXPLAIN QUERY PLAN " + new MessageReader(fixture.Database).Sql(filter);
            var parameters = new { filter.State, filter.Purpose, filter.Kind, From = "", Before = "9", At = "9", Id = long.MaxValue, Skip = 0, Take = 50 };
            var plan = string.Join("; ", await fixture.Database.ReadAsync(connection => connection.Query<(long, long, long, string)>(sql, parameters).Select(step => step.Item4).ToList(), default));
            var index = filter.State is "failed" or "due" or "sending" or "sent" or "cancelled" ? "state"
                : filter.Purpose is not (null or OutboxPurpose.Bulletin) ? "purpose"
                : filter.Kind is "call" ? "kind"
                : filter.State is not null ? "state" : filter.Purpose is not null ? "purpose" : filter.Kind is not null ? "kind" : "created";
            Assert.Contains($"outbox_message USING INDEX outbox_message_{index} ", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }
}

public sealed class SqlServerMessageReviewTests(SqlServerFixture fixture) : MessageReviewContract(fixture), IClassFixture<SqlServerFixture>;
