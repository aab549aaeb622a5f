namespace AppelAide.Host.Scheduling;

/// <summary>Who does the recurring work: configuration section <c>Scheduling</c>.</summary>
internal sealed class SchedulingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Scheduling";

    /// <summary>Whether this host takes its part. Default: yes.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>
    /// How often a host says that it is alive (SQL Server; it is taken for dead after three), or asks whether the one that works is gone (SQLite). Default: 10 s.
    /// </summary>
    public TimeSpan CheckIn { get; set; } = TimeSpan.FromSeconds(10);
}
