using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>
/// <c>directory import-places</c>: the official register becomes the directory's places, whole or not at all, in one transaction. What the register
/// does not say is kept, and nothing that a citizen chose is lost: a code that is no more still finds what the place became.
/// </summary>
internal sealed class PlaceImport(Database database)
{
    /// <summary>Imports a register. The same twice changes nothing the second time.</summary>
    /// <param name="path">The register's CSV file.</param>
    /// <param name="options">Mergers, and what becomes of places that are missing.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="PlaceRegisterException">The register or a merger has defects: nothing was written.</exception>
    public async Task<PlaceImportReport> RunAsync(string path, PlaceImportOptions options, CancellationToken ct)
    {
        var defects = new PlaceDefects();
        var register = new PlaceRegisterReader(path, defects).Read();
        var mergers = options.MergersPath is { } list ? options.Mergers.AddRange(PlaceMergerReader.Read(list, defects)) : options.Mergers;
        defects.ThrowIfAny();
        return options.IsTrial
            ? await database.ReadAsync(connection => Plan(PlaceRegisterStore.Read(connection)).Report, ct).ConfigureAwait(false)
            : await database.WriteAsync(scope => Write(scope, Plan(PlaceRegisterStore.ReadAlone(scope))), ct).ConfigureAwait(false);

        PlaceImportPlan Plan(List<KnownPlace> known)
        {
            // The work of a transaction may be run twice: its defects are its own.
            var own = new PlaceDefects();
            var plan = PlaceImportPlan.Make(known, register, mergers, options.RetiresMissing, own);
            own.ThrowIfAny();
            return plan;
        }
    }

    private static PlaceImportReport Write(WriteScope scope, PlaceImportPlan plan)
    {
        PlaceRegisterStore.Write(scope, plan);
        var (callers, subscriptions) = PlaceRegisterStore.Move(scope);
        if (plan.Report.IsAnything)
            DirectoryStore.Changed(scope);
        return plan.Report with { MovedCallers = callers, MovedSubscriptions = subscriptions };
    }
}
