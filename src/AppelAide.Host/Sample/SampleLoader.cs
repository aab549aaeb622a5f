using AppelAide.Host.Persistence;

namespace AppelAide.Host.Sample;

/// <summary>Fills an empty directory with the fictional sample, so that a line just installed has something to say.</summary>
internal sealed class SampleLoader(Database database, TimeProvider time, string folder)
{
    // The sample is of the Gaspésie and of Québec.
    private const string TimeZone = "America/Toronto";

    /// <summary>A loader of the files beside the program.</summary>
    public SampleLoader(Database database, TimeProvider time)
        : this(database, time, Path.Combine(AppContext.BaseDirectory, "db", "sample"))
    {
    }

    /// <summary>Loads the sample, all of it or nothing, unless the directory holds anything. Dates are counted from today.</summary>
    /// <returns>Whether it was loaded.</returns>
    /// <exception cref="SampleException">The files have defects.</exception>
    public async Task<bool> LoadIfEmptyAsync(CancellationToken ct)
    {
        if (!await database.WriteAsync(SampleStore.IsEmpty, ct).ConfigureAwait(false))
            return false;

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        var rows = new SampleReader(folder, DateOnly.FromDateTime(now.DateTime)).Read();
        return await database.WriteAsync(
            scope =>
            {
                // Another host may have loaded it meanwhile.
                if (!SampleStore.IsEmpty(scope))
                    return false;
                SampleStore.Insert(scope, rows);
                return true;
            },
            ct).ConfigureAwait(false);
    }
}
