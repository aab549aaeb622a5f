using System.Collections.Immutable;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Loading;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>
/// <c>training import</c>: a partner's calendar or table becomes trainings and sessions, whole or not at all, in one short transaction. The same file twice
/// changes nothing the second time. No session is ever deleted: people may be registered.
/// </summary>
internal sealed class CalendarImport(Database database, DirectorySource source, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <returns>What changed, and what was wrong. What has a defect is left out; what cannot be relied on at all is refused.</returns>
    public Task<CalendarImportReport> RunAsync(CalendarImportOptions options, CancellationToken ct) => RunAsync(options, isTrial: false, ct);

    /// <summary>The same report, and nothing is written.</summary>
    public Task<CalendarImportReport> CheckAsync(CalendarImportOptions options, CancellationToken ct) => RunAsync(options, isTrial: true, ct);

    private async Task<CalendarImportReport> RunAsync(CalendarImportOptions options, bool isTrial, CancellationToken ct)
    {
        await source.RefreshAsync(ct).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var name = Path.GetFileName(options.Path);
        var isTable = Path.GetExtension(options.Path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        var list = new DefectList();
        var defects = new CalendarDefects(name, list, inLines: !isTable);
        var (ground, refusal) = await database.ReadAsync(connection => Ground(connection, options, now), ct).ConfigureAwait(false);
        if (refusal is not null)
            defects.Add(0, "", refusal, dropped: true);
        var file = ground is null ? PartnerFile.Unread
            : isTable ? new CsvTrainings(options, defects, now).Read(options.Path)
            : new IcsReader(options, defects).Read(options.Path);
        // A file that was cut off must not cancel what it does not reach.
        if (ground is null || !file.IsWhole)
            return new() { Defects = list, IsRefused = true, IsTrial = isTrial };

        if (isTrial)
        {
            var plan = await database.ReadAsync(connection => Plan(CalendarImportStore.Read(connection, options.Source)), ct).ConfigureAwait(false);
            return Told(plan);
        }

        return await database.WriteAsync(
            scope =>
            {
                var plan = Plan(CalendarImportStore.ReadAlone(scope, options.Source));
                if (plan.Rows <= CalendarImportPlan.MostRows)
                    CalendarImportStore.Write(scope, plan, now);
                return Told(plan);
            },
            ct).ConfigureAwait(false);

        CalendarImportPlan Plan(KnownCalendar known)
        {
            // The work of a transaction may be run twice: its defects are its own.
            var plan = new CalendarImportPlan(known, ground, defects.Again());
            foreach (var training in file.Trainings)
                plan.Take(training, options);
            // What cannot be read and has no name might be any of those that seem to be missing.
            if (options.RetiresMissing && !file.Unreadable.Contains(""))
                plan.Retire(file.Trainings.Select(training => training.Uid).Concat(file.Unreadable).Select(uid => CalendarImportPlan.IdOf(options.Source, uid)).ToHashSet());
            return plan;
        }

        CalendarImportReport Told(CalendarImportPlan plan)
        {
            var isTooMuch = plan.Rows > CalendarImportPlan.MostRows;
            if (isTooMuch)
                plan.Report.Defects.Add(DefectKind.Layout, new(name, 0, "", $"changes {plan.Rows:N0} rows; at most {CalendarImportPlan.MostRows:N0} are taken at once: give it in several files", true));
            return plan.Report with { IsTrial = isTrial, IsRefused = isTooMuch };
        }
    }

    private (CalendarGround? Ground, string? Refusal) Ground(System.Data.Common.DbConnection connection, CalendarImportOptions options, DateTimeOffset now)
    {
        if (options.Source.Trim().Length is 0 or > 100)
            return (null, "needs a source of at most 100 characters");
        if (!CalendarImportStore.HasOrganization(connection, options.OrganizationId))
            return (null, $"there is no organization \"{options.OrganizationId}\" in the directory");
        var directory = source.Current;
        var locations = new LocationReader(directory.Places, directory.Finder).Read(connection);
        Location? otherwise = null;
        if (options.LocationId is { } id && !locations.TryGetValue(id, out otherwise))
            return (null, $"there is no location \"{id}\" in the directory");
        if (otherwise is null && CalendarImportStore.LocationsOf(connection, options.OrganizationId) is [var only])
            otherwise = locations.GetValueOrDefault(only);
        return (new(directory.Places, locations, new(locations, otherwise), now), null);
    }
}
