using System.Globalization;
using Quartz;

namespace AppelAide.Host.Scheduling;

/// <summary>When recurring work runs. Times missed while no host was up are made good by one run, at once.</summary>
internal sealed record WorkSchedule
{
    private WorkSchedule(string text) => Text = text;

    /// <summary>As it is kept and compared.</summary>
    public string Text { get; }

    /// <summary>The time between two runs; null when it runs at times of the day.</summary>
    public TimeSpan? Interval { get; private init; }

    /// <summary>The times, without a time zone; null when it runs at an interval.</summary>
    public CronExpression? Times { get; private init; }

    /// <summary>Again after each interval, from the line's first start on.</summary>
    /// <param name="interval">From a minute: what is late by less is simply late, so a shorter one could come in a burst.</param>
    public static WorkSchedule Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMinutes(1));
        return new WorkSchedule(string.Create(CultureInfo.InvariantCulture, $"every {interval}")) { Interval = interval };
    }

    /// <summary>At times of the line's time zone.</summary>
    /// <param name="cron">Minute, hour, day of the month, month, day of the week, as in crontab(5): <c>0 10 * * *</c> is every day at 10:00.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static WorkSchedule At(string cron) => new(cron) { Times = CronExpression.Parse(cron, CronFormat.Unix) };
}
