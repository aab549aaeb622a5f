using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Loading;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>
/// Makes the sessions of what repeats as the days come: called daily, it adds those of the day that came within reach, and of every day that it missed. It
/// changes no session that is there.
/// </summary>
internal sealed class SeriesExtension(Database database, DirectorySource source, TimeProvider time) : IRecurringWork
{
    private const string File = "training_series";

    /// <inheritdoc/>
    public string Name => "series-extension";

    /// <inheritdoc/>
    public WorkSchedule Schedule { get; } = WorkSchedule.At("30 3 * * *");

    Task IRecurringWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Makes the sessions that are missing. Run twice, it makes none the second time.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await source.RefreshAsync(ct).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var date = (now + CalendarImportPlan.Ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var made = 0;
        foreach (var due in await database.ReadAsync(connection => CalendarImportStore.Due(connection, date), ct).ConfigureAwait(false))
        {
            var directory = source.Current;
            var locations = await database.ReadAsync(connection => new LocationReader(directory.Places, directory.Finder).Read(connection), ct).ConfigureAwait(false);
            var ground = new CalendarGround(directory.Places, locations, new(locations, null), now);
            made += await database.WriteAsync(
                scope =>
                {
                    var known = CalendarImportStore.ReadAlone(scope, due);
                    var plan = new CalendarImportPlan(known, ground, new(File, new DefectList()));
                    foreach (var row in known.Series.Values.Where(row => string.CompareOrdinal(row.MadeUntil, date) < 0).OrderBy(row => row.TrainingId, StringComparer.Ordinal))
                        plan.Extend(row);
                    CalendarImportStore.Write(scope, plan, now);
                    return plan.Report.SessionsAdded;
                },
                ct).ConfigureAwait(false);
        }

        if (made > 0)
            await source.RefreshAsync(ct).ConfigureAwait(false);
        return made;
    }
}
