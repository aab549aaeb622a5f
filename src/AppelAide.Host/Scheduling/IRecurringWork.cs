namespace AppelAide.Host.Scheduling;

/// <summary>
/// Work that the line does again and again, on one host at a time. Register it as a singleton of this interface; the schedule is kept in the database
/// by its name, follows what the program says at each start, and goes when the program knows the name no more.
/// </summary>
internal interface IRecurringWork
{
    /// <summary>In snake-case, such as <c>reminders-due</c>; at most 100 characters. Never changed afterwards: another name is other work.</summary>
    string Name { get; }

    /// <summary>When it runs.</summary>
    WorkSchedule Schedule { get; }

    /// <summary>
    /// Runs it once. It never runs beside itself, on any host. A run that fails is logged and the next comes at its time; one that was cut short, by Ctrl+C
    /// or by a host that died, is run again, so it must find by itself what is already done.
    /// </summary>
    /// <exception cref="OperationCanceledException">The line closes: it must end within two seconds.</exception>
    Task RunAsync(CancellationToken ct);
}
