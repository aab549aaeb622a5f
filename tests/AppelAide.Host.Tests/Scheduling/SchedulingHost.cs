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
    private SoleScheduler? turn;
    private StandaloneSchedulerFactory? running;

    private SchedulingHost(Database database, TimeProvider time, IRecurringWork[] work, TimeSpan? checkIn = null)
    {
        this.database = new Mortal(database);
        logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Log));
        var options = Options.Create(new SchedulingOptions { CheckIn = checkIn ?? TimeSpan.FromSeconds(10) });
        Scheduler = new LineScheduler(
            this.database, work, new RecurringJob(work, logs.CreateLogger<RecurringJob>()), Options.Create(new LineOptions()), options, time, logs);
        // A line that is open.
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        lifetime.NotifyStarted();
        Worker = new SchedulerWorker(Scheduler, this.database, options, time, lifetime, logs.CreateLogger<SchedulerWorker>());
    }

    public LogSink Log { get; } = new();

    public LineScheduler Scheduler { get; }

    /// <summary>The hosted service, which the test starts.</summary>
    public SchedulerWorker Worker { get; }

    /// <summary>A host that is not started.</summary>
    public static SchedulingHost Create(Database database, TimeProvider time, params IRecurringWork[] work) => new(database, time, work);

    /// <summary>A host that is not started, and is long not missed when the clock is turned on.</summary>
    public static SchedulingHost CreatePatient(Database database, TimeProvider time, params IRecurringWork[] work) => new(database, time, work, TimeSpan.FromMinutes(5));

    /// <summary>A host that works: on SQLite, it has the turn.</summary>
    public static async Task<SchedulingHost> StartAsync(Database database, TimeProvider time, params IRecurringWork[] work)
    {
        var host = new SchedulingHost(database, time, work);
        if (database is SqliteDatabase sqlite) host.turn = SoleScheduler.TryTake(sqlite.File) ?? throw new InvalidOperationException("Another host has the turn.");
        host.running = await host.Scheduler.StartAsync(default);
        return host;
    }

    /// <summary>What Quartz has of it.</summary>
    public async Task<IScheduler> QuartzAsync() => await running!.GetScheduler();

    /// <summary>The power is cut: nothing that still turns in it reaches the database any more, and the kernel lets go of its locks.</summary>
    public void Dies()
    {
        database.IsDead = true;
        turn?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        // The dead need not be stopped, and could not say so to the database.
        if (database.IsDead) return;
        if (running is not null) await running.DisposeAsync();
        turn?.Dispose();
        logs.Dispose();
        // Quartz warns where the clock was turned on while it waited; it never failed.
        Assert.DoesNotContain("Error Quartz", Log.All, StringComparison.Ordinal);
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
