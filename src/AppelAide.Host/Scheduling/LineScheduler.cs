using System.Collections.Immutable;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Quartz;
using Quartz.Impl.AdoJobStore;

namespace AppelAide.Host.Scheduling;

/// <summary>Quartz as the line uses it: its store in the line's database, its jobs the registered work.</summary>
internal sealed class LineScheduler(
    Database database,
    IEnumerable<IRecurringWork> work,
    RecurringJob job,
    IOptions<LineOptions> line,
    IOptions<SchedulingOptions> options,
    TimeProvider time,
    ILoggerFactory logs)
{
    /// <summary>All hosts of a database are one scheduler to Quartz.</summary>
    private const string Name = "AppelAide";

    private const string Group = "recurring";

    /// <summary>Recurring work never needs more at once, and citizens' turns need the processors.</summary>
    private const int AtOnce = 4;

    /// <summary>Later than this, a time was missed.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly ImmutableArray<IRecurringWork> work = [.. work];

    /// <summary>Whether all hosts take part at once, and Quartz shares the work out.</summary>
    public bool IsClustered { get; } = database.Dialect is SqlServerDialect;

    /// <summary>The names of the work.</summary>
    public IEnumerable<string> Work => work.Select(one => one.Name);

    /// <summary>
    /// Brings the stored schedules in line with the program's, and starts. On SQLite, work that a host left half-done when it died is run again now.
    /// </summary>
    /// <returns>The scheduler; disposing of it stops it.</returns>
    public async Task<StandaloneSchedulerFactory> StartAsync(CancellationToken ct)
    {
        var factory = Configure().Build();
        try
        {
            var scheduler = await factory.GetScheduler(ct);
            await StoreAsync(scheduler, ct);
            await scheduler.Start(ct);
            return factory;
        }
        catch
        {
            await factory.DisposeAsync();
            throw;
        }
    }

    private QuartzSchedulerBuilder Configure() => QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.Services.AddSingleton(logs).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        // Says that logging is configured; what is logged goes to the factory above.
        quartz.Services.AddSingleton<ILoggerProvider>(NullLoggerProvider.Instance);
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = Name;
            // Quartz's own would be the machine's name and the time, which two hosts of one machine may share.
            if (IsClustered) scheduler.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}";
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            scheduler.PropagateTraceContext = false;
        });
        quartz.UseTimeProvider(time).UseJobFactory(job).UseDefaultThreadPool(AtOnce);
        // While a new version is put in place, the hosts of the old one leave the work that they do not know.
        quartz.ServeExecutionGroups([.. Work]);
        quartz.UsePersistentStore(Store);
    });

    private void Store(IPersistentStoreBuilder store)
    {
        store.ConfigureStore(ado =>
        {
            ado.StoreJobDataAsStrings = true;
            ado.MisfireThreshold = Late;
            ado.RecoverFiringsCancelledByShutdown = true;
            ado.UseBackgroundThreads = true;
            // A few runs a minute are not worth what Quartz would ask of the database for it (READ_COMMITTED_SNAPSHOT).
            ado.LockFreeFiringRounds = false;
        });
        if (!IsClustered)
        {
            store.UseDriverDelegate<SQLiteDelegate>().UseConnectionProvider(_ => new QuartzConnections(database, DataSourceOptions.Providers.Sqlite));
            return;
        }

        store.UseDriverDelegate<SqlServerDelegate>().UseConnectionProvider(_ => new QuartzConnections(database, DataSourceOptions.Providers.SqlServer));
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = options.Value.CheckIn;
            cluster.CheckinMisfireThreshold = 2 * options.Value.CheckIn;
        });
    }

    private async Task StoreAsync(IScheduler scheduler, CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(line.Value.TimeZone);
        foreach (var one in work)
        {
            var key = new JobKey(one.Name, Group);
            await scheduler.AddJob(JobBuilder.Create<RecurringJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, ct);
            var trigger = Trigger(one, key, zone);
            var stored = await scheduler.GetTrigger(trigger.Key, ct);
            // A schedule that did not change is left alone: it knows what was missed while no host was up. Hosts that start at once leave each other's.
            if (stored?.Description != trigger.Description)
                await scheduler.ScheduleTrigger(trigger, stored is null ? TriggerConflict.Keep : TriggerConflict.Replace, ct);
        }

        var known = work.Select(one => new JobKey(one.Name, Group)).ToHashSet();
        var gone = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), ct);
        await scheduler.DeleteJobs([.. gone.Where(key => !known.Contains(key))], ct);
        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.GroupEquals(Group), ct);
    }

    private ITrigger Trigger(IRecurringWork one, JobKey key, TimeZoneInfo zone)
    {
        var trigger = TriggerBuilder.Create(time).WithIdentity(one.Name, Group).ForJob(key).WithExecutionGroup(one.Name).StartNow();
        var schedule = one.Schedule;
        return schedule.Interval is { } interval
            ? trigger
                .WithDescription(schedule.Text)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
                .Build()
            : trigger
                .WithDescription($"{schedule.Text} {zone.Id}")
                .WithSchedule(CronScheduleBuilder.Create(schedule.Times!).InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
    }
}
