using AppelAide.Host.Outbox;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Outbox;

public abstract class OutboxReportsContract(DatabaseFixture fixture)
{
    private static int days;

    private readonly DateTimeOffset now = new DateTimeOffset(2027, 5, 1, 15, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days));
    private readonly SomeMessages some = new(fixture);

    [ContractFact]
    public async Task A_text_is_delivered_once_whatever_comes_after_it()
    {
        var (message, sid) = await SentAsync();
        Assert.True(await ReportAsync(null, sid, "delivered"));
        Assert.False(await ReportAsync(null, sid, "delivered"));
        await ReportAsync(message.Id, sid, "sent");
        Assert.False(await ReportAsync(message.Id, sid, "failed", 30003));
        Assert.Equal(("delivered", null, null), await some.StateAsync(message.Id));
        Assert.Equal(3, await some.CountAsync("outbox_report", message.Id));
    }

    [ContractFact]
    public async Task A_report_that_comes_before_the_send_is_recorded_records_it()
    {
        var message = await BegunAsync();
        var sid = NewSid();
        Assert.True(await ReportAsync(message.Id, sid, "delivered"));
        Assert.Equal(("delivered", null, null), await some.StateAsync(message.Id));
        Assert.False(await fixture.Database.WriteAsync(scope => some.Outbox.Take(scope, message.Id, 1, sid, now), default));
        Assert.Equal(("delivered", null, null), await some.StateAsync(message.Id));
    }

    [ContractFact]
    public async Task Reports_of_unknown_messages_and_of_another_kind_change_nothing()
    {
        var (message, _) = await SentAsync();
        Assert.False(await ReportAsync(null, "SMunknown", "delivered"));
        Assert.False(await ReportAsync(long.MaxValue, "SMunknown", "delivered"));
        Assert.False(await ReportAsync(message.Id, "SMother", "delivered"));
        Assert.False(await some.Reports.CallAsync(message.Id, "CA1", "completed", now, default));
        Assert.Equal(("sent", null, null), await some.StateAsync(message.Id));
    }

    [ContractFact]
    public async Task A_handset_that_is_off_is_tried_again_later_a_few_times()
    {
        var (message, sid) = await SentAsync();
        for (var attempt = 1; attempt < OutboxReports.MostAttempts; attempt++)
        {
            Assert.True(await ReportAsync(message.Id, sid, "undelivered", 30003));
            Assert.Equal(("due", "unreachable", 30003), await some.StateAsync(message.Id));
            Assert.Empty(await ClaimAsync(now.AddMinutes(20), message.Id));
            var again = Assert.Single(await ClaimAsync(now.AddHours(6), message.Id));
            Assert.Equal((attempt, null), (again.Attempts, again.InDoubtSince));
            sid = NewSid();
            Assert.True(await some.TakeAsync(again, sid, now.AddHours(6)));
        }

        Assert.True(await ReportAsync(message.Id, sid, "undelivered", 30003));
        Assert.Equal(("failed", "unreachable", 30003), await some.StateAsync(message.Id));
    }

    [ContractFact]
    public async Task A_late_report_of_an_earlier_attempt_is_noted_and_changes_nothing()
    {
        var (message, first) = await SentAsync();
        await ReportAsync(message.Id, first, "undelivered", 30003);
        var again = Assert.Single(await ClaimAsync(now.AddHours(6), message.Id));
        await some.TakeAsync(again, NewSid(), now.AddHours(6));
        Assert.False(await ReportAsync(message.Id, first, "failed", 30003));
        Assert.Equal(("sent", null, null), await some.StateAsync(message.Id));
    }

    [ContractFact]
    public async Task A_landline_is_called_instead_and_so_are_its_next_messages()
    {
        var (message, sid) = await SentAsync();
        Assert.True(await ReportAsync(message.Id, sid, "undelivered", 30006));
        var call = Assert.Single(await ClaimAsync(now, message.Id));
        Assert.Equal(("call", false), (call.Kind, call.Texts));
    }

    [ContractFact]
    public async Task A_citizen_who_opted_out_at_the_provider_has_stopped_here_too_and_it_is_written_once()
    {
        var (message, sid) = await SentAsync();
        var waiting = await some.EnqueueAsync(now, now.AddDays(1), caller: message.CallerId);
        Assert.True(await ReportAsync(message.Id, sid, "failed", 21610));
        Assert.Equal(("failed", "stopped", 21610), await some.StateAsync(message.Id));
        Assert.Equal(("cancelled", "stopped", null), await some.StateAsync(waiting));
        var (other, otherSid) = await SentAsync();
        await fixture.Database.WriteAsync(
            scope =>
            {
                some.Reports.Refuse(scope, other.Id, message.CallerId, "sms", 21610, otherSid, now);
                return true;
            },
            default);
        var consent = Assert.Single(await some.Consents.HistoryAsync(message.CallerId, default));
        Assert.Equal((false, "messages", "", $"error 21610 {sid}"), (consent.Given, consent.Purpose, consent.Words, consent.Proof));
        Assert.True((await some.Callers.FindAsync(message.CallerId, default))!.Stopped);
    }

    [ContractFact]
    public async Task A_call_that_nobody_answers_is_made_again_and_one_that_is_answered_is_done()
    {
        var (message, _) = await SentAsync();
        await fixture.Database.WriteAsync(scope => some.Outbox.MakeCall(scope, message.Id, 30006, now), default);
        var claimed = Assert.Single(await ClaimAsync(now, message.Id));
        Assert.True(await some.TakeAsync(claimed, "CA1" + message.Id, now));
        Assert.True(await some.Reports.CallAsync(message.Id, "CA1" + message.Id, "no-answer", now, default));
        Assert.Equal(("due", "no-answer", null), await some.StateAsync(message.Id));
        claimed = Assert.Single(await ClaimAsync(now.AddHours(6), message.Id));
        Assert.True(await some.TakeAsync(claimed, "CA2" + message.Id, now));
        Assert.True(await some.Reports.CallAsync(message.Id, "CA2" + message.Id, "completed", now, default));
        Assert.Equal(("delivered", null, null), await some.StateAsync(message.Id));
    }

    [ContractFact]
    public async Task A_consent_is_never_changed_nor_removed()
    {
        if (fixture is not SqliteFixture) return;
        var caller = await some.CallerAsync(now);
        await some.WriteAsync(scope => some.Consent.Write(scope, caller, true, Dialogue.Channel.Sms, "START", "SM1", now));
        foreach (var sql in new[] { "UPDATE consent SET given = 0", "DELETE FROM consent" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => fixture.Database.WriteAsync(scope => scope.Execute(sql), default));
    }

    private static string NewSid() => $"SM{Guid.NewGuid():N}";

    private Task<bool> ReportAsync(long? id, string sid, string status, int? error = null) => some.Reports.TextAsync(id, sid, status, error, now, default);

    private async Task<List<ClaimedMessage>> ClaimAsync(DateTimeOffset at, long id) =>
        (await some.Outbox.ClaimAsync(at, TimeSpan.FromMinutes(1), 100, default)).FindAll(message => message.Id == id);

    private async Task<ClaimedMessage> BegunAsync()
    {
        var id = await some.EnqueueAsync(now, now);
        var message = Assert.Single(await ClaimAsync(now, id));
        Assert.True(await some.BeginAsync(message, now));
        return message;
    }

    private async Task<(ClaimedMessage Message, string Sid)> SentAsync()
    {
        var message = await BegunAsync();
        var sid = NewSid();
        Assert.True(await fixture.Database.WriteAsync(scope => some.Outbox.Take(scope, message.Id, 1, sid, now), default));
        return (message, sid);
    }
}

public sealed class SqliteOutboxReportsTests(SqliteFixture fixture) : OutboxReportsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerOutboxReportsTests(SqlServerFixture fixture) : OutboxReportsContract(fixture), IClassFixture<SqlServerFixture>;
