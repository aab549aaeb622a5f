using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory;

/// <summary>Holds the current snapshot of the directory and replaces it whole when the database has a newer one.</summary>
internal sealed class DirectorySource(Database database) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1);
    private volatile DirectorySnapshot current = DirectorySnapshot.Empty;

    /// <summary>The directory. Take it once a question, so that all of an answer comes from one version.</summary>
    public DirectorySnapshot Current => current;

    /// <summary>
    /// Loads the directory if its version changed. The watcher calls it every few seconds; whoever changes the directory on this host calls
    /// it at once, after the change is durable.
    /// </summary>
    /// <returns>Whether there is a new snapshot.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (await database.ReadAsync(DirectoryStore.ReadVersion, ct).ConfigureAwait(false) == current.Version)
                return false;
            current = await database.ReadAsync(DirectoryStore.Load, ct).ConfigureAwait(false);
            return true;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    /// <summary>Puts a snapshot in place of the database's, for tests and trials.</summary>
    internal void Use(DirectorySnapshot snapshot) => current = snapshot;
}
