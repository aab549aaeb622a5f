namespace AppelAide.Host.Scheduling;

/// <summary>
/// On SQLite, which Quartz cannot cluster, one host at a time schedules: whichever holds this lock on a file beside the database's. Hosts of one SQLite file
/// are on one machine, whose kernel lets go of the lock the moment that the holder is gone, however it went. Nothing is written while it is held, and unlike
/// a lease's, its holder cannot be thought dead when it merely paused.
/// </summary>
internal sealed class SoleScheduler : IDisposable
{
    private readonly FileStream file;

    private SoleScheduler(FileStream file) => this.file = file;

    /// <summary>Takes the lock, unless another host has it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static SoleScheduler? TryTake(string databaseFile)
    {
        var real = File.ResolveLinkTarget(databaseFile, returnFinalTarget: true)?.FullName ?? databaseFile;
        try
        {
            // flock(2) on Linux. The file stays when it is let go: one who deletes it may pull it from under another who has just opened it.
            return new SoleScheduler(new FileStream(real + ".scheduler", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
