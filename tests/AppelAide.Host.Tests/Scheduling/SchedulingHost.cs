using System.Data.Common;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Quartz;
using SchedulingOptions = AppelAide.Host.Scheduling.SchedulingOptions;

namespace AppelAide.Host.Tests.Scheduling;

/// <summary>A host that does recurring work, and may die.</summary>
internal sealed class SchedulingHost : IAsyncDisposable
{
    private readonly Mortal database;
    private readonly ILoggerFactory logs;
    private StandaloneSchedulerFactory? running;

    private SchedulingHost(Database database, TimeProvider time, IRecurringWork[] work)
    {
        this.database = new Mortal(database);
        logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Log));
        var options = Options.Create(new SchedulingOptions { CheckIn = TimeSpan.FromSeconds(1) });
        Scheduler = new LineScheduler(
            this.database, work, new RecurringJob(work, logs.CreateLogger<RecurringJob>()), Options.Create(new LineOptions()), options, time, logs);
        Worker = new SchedulerWorker(Scheduler, this.database, options, time, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), logs.CreateLogger<SchedulerWorker>());
    }

    public LogSink Log { get; } = new();

    public LineScheduler Scheduler { get; }

    /// <summary>The hosted service, which the test starts.</summary>
    public SchedulerWorker Worker { get; }

    /// <summary>A host that is not started.</summary>
    public static SchedulingHost Create(Database database, TimeProvider time, params IRecurringWork[] work) => new(database, time, work);

    /// <summary>A host that works, as one that has the turn.</summary>
    public static async Task<SchedulingHost> StartAsync(Database database, TimeProvider time, params IRecurringWork[] work)
    {
        var host = new SchedulingHost(database, time, work);
        host.running = await host.Scheduler.StartAsync(default);
        return host;
    }

    /// <summary>What Quartz has of it.</summary>
    public async Task<IScheduler> QuartzAsync() => await running!.GetScheduler();

    /// <summary>The power is cut: nothing that still turns in it reaches the database any more.</summary>
    public void Dies() => database.IsDead = true;

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        // The dead need not be stopped, and could not say so to the database.
        if (running is not null && !database.IsDead) await running.DisposeAsync();
        logs.Dispose();
    }

    private sealed class Mortal(Database real) : Database
    {
        public volatile bool IsDead;

        public override SqlDialect Dialect => real.Dialect;

        public override Task<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken ct) => real.ReadAsync(read, ct);

        public override Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken ct) => real.WriteAsync(work, ct);

        public override DbConnection CreateConnection() => IsDead ? throw new IOException("The host is dead.") : real.CreateConnection();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
