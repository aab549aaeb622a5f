using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Persistence;
using Dapper;
using Quartz;

namespace AppelAide.Host.Tests.Scheduling;

public abstract class RecurringWorkContract(DatabaseFixture fixture)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly HandClock clock = new();

    private protected HandClock Clock => clock;

    private protected Database OpenAnother(Database database) => fixture.OpenAnother(database);

    [ContractFact]
    public async Task Work_at_an_interval_runs_at_once_and_then_after_each()
    {
        await using var database = await NewAsync();
        var work = new SomeWork("hourly", WorkSchedule.Every(Hour));
        await using var host = await SchedulingHost.StartAsync(database, clock, work);
        await work.RunsAsync();
        await work.RunsAsync(clock, Hour);
        Assert.InRange(clock.GetUtcNow() - HandClock.Start, Hour, Hour + (15 * Minute));
        Assert.Equal(2, work.Begun);
    }

    [ContractFact]
    public async Task Work_at_times_runs_by_the_line_s_own_clock()
    {
        await using var database = await NewAsync();
        // 10:00 in Québec now.
        var work = new SomeWork("noon", WorkSchedule.At("0 12 * * *"));
        await using var host = await SchedulingHost.StartAsync(database, clock, work);
        await work.RunsAsync(clock, 2 * Hour);
        Assert.InRange(clock.GetUtcNow() - HandClock.Start, 2 * Hour, (2 * Hour) + (15 * Minute));
        Assert.Equal(1, work.Begun);
    }

    [ContractFact]
    public async Task A_run_that_fails_is_logged_without_its_words_and_the_next_one_comes()
    {
        await using var database = await NewAsync();
        var work = new SomeWork("failing", WorkSchedule.Every(Hour), _ => throw new InvalidOperationException("Marie Tremblay", new FormatException("418 555-0137")));
        await using var host = await SchedulingHost.StartAsync(database, clock, work);
        await work.RunsAsync();
        await work.RunsAsync(clock, Hour);
        await work.RunsAsync(clock, Hour);
        Assert.Contains("Recurring work failing failed", host.Log.All, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException < FormatException", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Tremblay", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("0137", host.Log.All, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Work_never_runs_beside_itself_and_what_was_missed_meanwhile_is_one_run()
    {
        await using var database = await NewAsync();
        var go = new TaskCompletionSource();
        var work = new SomeWork("slow", WorkSchedule.Every(Hour), _ => go.Task);
        var other = new SomeWork("other", WorkSchedule.Every(Hour));
        await using var host = await SchedulingHost.StartAsync(database, clock, work, other);
        await work.RunsAsync();
        await other.RunsAsync();
        for (var hour = 0; hour < 4; hour++) await other.RunsAsync(clock, Hour);
        Assert.Equal(1, work.Begun);
        go.SetResult();
        var before = clock.GetUtcNow();
        await work.RunsAsync(clock, Minute);
        Assert.True(clock.GetUtcNow() - before < Hour / 2);
        await other.RunsAsync(clock, Hour);
        Assert.InRange(work.Begun, 2, 3);
    }

    [ContractFact]
    public async Task What_was_missed_while_no_host_was_up_is_made_good_by_one_run()
    {
        await using var database = await NewAsync();
        await using (await SchedulingHost.StartAsync(database, clock, new SomeWork("daily", WorkSchedule.At("0 12 * * *"))))
        {
        }

        clock.Advance(10 * Day);
        var daily = new SomeWork("daily", WorkSchedule.At("0 12 * * *"));
        await using var host = await SchedulingHost.StartAsync(database, clock, daily);
        await daily.RunsAsync();
        await daily.RunsAsync(clock, 2 * Hour);
        Assert.InRange(clock.GetUtcNow() - HandClock.Start, (10 * Day) + (2 * Hour), (10 * Day) + (2 * Hour) + (15 * Minute));
        Assert.Equal(2, daily.Begun);
    }

    [ContractFact]
    public async Task A_new_version_s_schedules_replace_the_stored_ones_and_work_that_is_gone_is_forgotten()
    {
        await using var database = await NewAsync();
        await using (var old = await SchedulingHost.StartAsync(
            database, clock, new SomeWork("kept", WorkSchedule.At("0 12 * * *")), new SomeWork("changed", WorkSchedule.At("0 12 * * *")), new SomeWork("gone", WorkSchedule.At("0 12 * * *"))))
        {
            Assert.Equal(["changed", "gone", "kept"], await StoredAsync(old));
        }

        clock.Advance(Hour);
        await using var host = await SchedulingHost.StartAsync(
            database, clock, new SomeWork("kept", WorkSchedule.At("0 12 * * *")), new SomeWork("changed", WorkSchedule.Every(Day)), new SomeWork("new", WorkSchedule.At("0 3 * * 1")));
        Assert.Equal(["changed", "kept", "new"], await StoredAsync(host));
        var quartz = await host.QuartzAsync();
        Assert.Equal(HandClock.Start, (await quartz.GetTrigger(new TriggerKey("kept", "recurring")))!.StartTimeUtc);
        Assert.Equal(Day, ((ISimpleTrigger)(await quartz.GetTrigger(new TriggerKey("changed", "recurring")))!).RepeatInterval);
    }

    [ContractFact]
    public async Task A_run_cut_short_by_the_line_s_closing_is_run_again()
    {
        await using var database = await NewAsync();
        var work = new SomeWork("cut", WorkSchedule.Every(Day), ct => Task.Delay(Timeout.Infinite, ct));
        await using (var host = SchedulingHost.Create(database, clock, work))
        {
            await host.Worker.StartAsync(default);
            await work.RunsAsync();
            await host.Worker.StopAsync(default);
            Assert.DoesNotContain("did not end in time", host.Log.All, StringComparison.Ordinal);
        }

        var again = new SomeWork("cut", WorkSchedule.Every(Day));
        await using var next = await SchedulingHost.StartAsync(database, clock, again);
        await again.RunsAsync(clock, TimeSpan.FromSeconds(1));
        Assert.True(clock.GetUtcNow() - HandClock.Start < Hour);
    }

    [ContractFact]
    public async Task Two_hosts_on_one_database_run_each_thing_once()
    {
        await using var database = await NewAsync();
        await using var another = fixture.OpenAnother(database);
        SomeWork[] work = [.. Enumerable.Range(1, 6).Select(number => new SomeWork($"work-{number}", WorkSchedule.Every(Minute)))];
        await using var one = SchedulingHost.CreatePatient(database, clock, work);
        await using var two = SchedulingHost.CreatePatient(another, clock, work);
        await Task.WhenAll(one.Worker.StartAsync(default), two.Worker.StartAsync(default));
        foreach (var each in work) await each.RunsAsync();
        clock.Advance(Minute);
        foreach (var each in work) await each.RunsAsync(clock, TimeSpan.Zero);
        await one.Worker.StopAsync(default);
        await two.Worker.StopAsync(default);
        Assert.All(work, each => Assert.Equal(2, each.Begun));
    }

    [ContractFact]
    public async Task What_a_host_was_doing_when_it_died_another_does_again_and_goes_on()
    {
        await using var database = await NewAsync();
        await using var another = fixture.OpenAnother(database);
        var cut = new SomeWork("cut", WorkSchedule.Every(Hour), _ => new TaskCompletionSource().Task);
        var done = new SomeWork("done", WorkSchedule.Every(Hour));
        await using var dying = await SchedulingHost.StartAsync(database, clock, cut, done);
        await cut.RunsAsync();
        await done.RunsAsync();
        await OnlyRunningAsync(database, "cut");

        SomeWork[] work = [new("cut", WorkSchedule.Every(Hour)), new("done", WorkSchedule.Every(Hour))];
        await using var heir = SchedulingHost.Create(another, clock, work);
        await heir.Worker.StartAsync(default);
        await heir.Log.SaysAsync(heir.Scheduler.IsClustered ? "This host does recurring work: cut, done" : "Another host on this database does the recurring work");
        Assert.All(work, one => Assert.Equal(0, one.Begun));

        dying.Dies();
        await work[0].RunsAsync(clock, Minute);
        Assert.Equal(0, work[1].Begun);
        await work[1].RunsAsync(clock, Hour);
        // Where the database is SQL Server's stand-in, the recovered one stays locked: it takes the alias t in a DELETE's subquery for the table deleted from.
        if (!heir.Scheduler.IsClustered) await work[0].RunsAsync(clock, TimeSpan.Zero);
        Assert.InRange(clock.GetUtcNow() - HandClock.Start, Hour, Hour + (30 * Minute));
        Assert.Equal((1, 1), (cut.Begun, done.Begun));
    }

    private protected async Task<Database> NewAsync()
    {
        var database = await fixture.CreateEmptyAsync();
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        return database;
    }

    /// <summary>What else began has ended, and the database knows it: it tells nobody, so it is asked.</summary>
    private static async Task OnlyRunningAsync(Database database, string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await database.ReadAsync(connection => connection.Query<string>("SELECT JOB_NAME FROM QRTZ_FIRED_TRIGGERS").ToList(), default) is not [var running] || running != name)
            await Task.Delay(20, patience.Token);
    }

    private static async Task<List<string>> StoredAsync(SchedulingHost host) =>
        [.. (await (await host.QuartzAsync()).GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(key => key.Name).Order(StringComparer.Ordinal)];
}

public sealed class SqliteRecurringWorkTests(SqliteFixture fixture) : RecurringWorkContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerRecurringWorkTests(SqlServerFixture fixture) : RecurringWorkContract(fixture), IClassFixture<SqlServerFixture>
{
    [ContractFact]
    public async Task A_host_of_the_old_version_leaves_work_that_it_does_not_know_to_the_new_one()
    {
        await using var database = await NewAsync();
        await using var another = OpenAnother(database);
        var known = new SomeWork("known", WorkSchedule.At("0 11 * * *"));
        await using var old = await SchedulingHost.StartAsync(database, Clock, known);
        await using (await SchedulingHost.StartAsync(another, Clock, known, new SomeWork("new", WorkSchedule.At("30 10 * * *"))))
        {
        }

        await known.RunsAsync(Clock, TimeSpan.FromHours(1));
        Assert.DoesNotContain("none of this program's", old.Log.All, StringComparison.Ordinal);
        var work = new SomeWork("new", WorkSchedule.At("30 10 * * *"));
        await using var host = await SchedulingHost.StartAsync(another, Clock, known, work);
        await work.RunsAsync();
    }
}
