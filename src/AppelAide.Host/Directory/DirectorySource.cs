using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory;

/// <summary>
/// Holds the current snapshot of the directory and replaces it whole when the database has a newer one, or when the scripts name other needs. While an
/// import is being applied the tables are of two directories: the snapshot of before stays.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="scripts">The live scripts, which know the needs; asked late, because they are checked against the directory's look-ups.</param>
/// <param name="time">The clock.</param>
internal sealed class DirectorySource(Database database, Func<Script> scripts, TimeProvider time) : IDisposable
{
    // Whoever applies an import does so many times a second: one that stands still this long has lost its importer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lazy<ImportStore> imports = new(() => new(database));
    private readonly SemaphoreSlim loading = new(1);
    private volatile DirectorySnapshot current = DirectorySnapshot.Empty;
    private string needsOf = "";

    /// <summary>The directory. Take it once a question, so that all of an answer comes from one version.</summary>
    public DirectorySnapshot Current => current;

    /// <summary>
    /// Loads the directory if it changed. The watcher calls it every few seconds; whoever changes the directory on this host calls it at once, after
    /// the change is durable. An import that lost its importer is finished first.
    /// </summary>
    /// <returns>Whether there is a new snapshot.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var script = scripts();
            var isFirst = current.Version < 0;
            do
            {
                if (!await IsWholeAsync(ct).ConfigureAwait(false))
                    return false;
                var version = await database.ReadAsync(DirectoryStore.ReadVersion, ct).ConfigureAwait(false);
                if (version == current.Version && script.Version == needsOf)
                    return false;
                var loaded = await database.ReadAsync(connection => DirectoryStore.Load(connection, script), ct).ConfigureAwait(false);
                if (await database.ReadAsync(DirectoryStore.ReadVersion, ct).ConfigureAwait(false) == loaded.Version && await IsWholeAsync(ct).ConfigureAwait(false))
                {
                    (current, needsOf) = (loaded, script.Version);
                    return true;
                }
            }
            while (isFirst); // Changed while it was read. A line that is open reads it at the next tick; one that opens must have it.

            return false;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    /// <summary>Puts a snapshot in place of the database's, for tests and trials.</summary>
    internal void Use(DirectorySnapshot snapshot) => current = snapshot;

    private async Task<bool> IsWholeAsync(CancellationToken ct)
    {
        if (await database.ReadAsync(ImportStore.HalfAppliedSince, ct).ConfigureAwait(false) is not { } since)
            return true;
        // A host that starts has nothing to say meanwhile: it lends a hand at once.
        if (current.Version >= 0 && time.GetUtcNow() - since < Patience)
            return false;
        while (await imports.Value.ApplyNextAsync(time.GetUtcNow(), ct).ConfigureAwait(false) is not null)
            ct.ThrowIfCancellationRequested();
        return true;
    }
}
