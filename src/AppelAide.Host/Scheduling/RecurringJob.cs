using System.Collections.Frozen;
using System.Data.Common;
using Quartz;
using Quartz.Extensibility;

namespace AppelAide.Host.Scheduling;

/// <summary>
/// What Quartz runs: the work that the job is named after. One serves all, and makes itself for Quartz, which would else put the trigger of a job that it
/// cannot make aside for good.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RecurringJob(IEnumerable<IRecurringWork> work, ILogger<RecurringJob> logger) : IJob, IJobFactory
{
    private readonly FrozenDictionary<string, IRecurringWork> work = work.ToFrozenDictionary(one => one.Name);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        try
        {
            if (work.TryGetValue(name, out var one))
                await one.RunAsync(cancellationToken);
            else
                logger.LogWarning("Recurring work {Work} is none of this program's", name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Not done: Quartz keeps it for another host, or for the next start.
            throw;
        }
        catch (Exception error)
        {
            logger.LogError("Recurring work {Work} failed; the next run comes at its time. {Error}", name, Describe(error));
        }
    }

    /// <inheritdoc/>
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) => new(new JobScope(this, null));

    /// <inheritdoc/>
    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;

    /// <summary>What went wrong and where, without the messages: that of a database quotes the row, with a citizen's name in it.</summary>
    private static string Describe(Exception error)
    {
        var kinds = new List<string>();
        for (var one = error; one is not null; one = one.InnerException)
            kinds.Add(one is DbException database ? $"{one.GetType().Name} {database.ErrorCode} {database.SqlState}".TrimEnd() : one.GetType().Name);
        return $"{string.Join(" < ", kinds)}{Environment.NewLine}{error.StackTrace}";
    }
}
