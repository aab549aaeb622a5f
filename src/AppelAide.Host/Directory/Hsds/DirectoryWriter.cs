using System.IO.Compression;
using AppelAide.Host.Directory.Hsds.Writing;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>
/// Writes the directory for others: HSDS 3.0. Identifiers that are no UUIDs become UUIDs, the same each time (<see cref="HsdsIdentity"/>). What is
/// written to a file is put in its place when it is whole.
/// </summary>
internal static class DirectoryWriter
{
    /// <summary>Writes CSV files with a datapackage.json.</summary>
    /// <param name="path">A zip when it ends so; else a folder, which is made when it is not there, and whose files of the same names are replaced.</param>
    /// <param name="records">The rows, ordered by table as <see cref="HsdsTables.All"/> is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DirectoryFileException">It cannot be written there.</exception>
    public static void WriteTabular(string path, IEnumerable<HsdsRecord> records, CancellationToken cancellation) => Guarded(path, () =>
    {
        if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            Replace(path, stream =>
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
                new TabularWriter(name => zip.CreateEntry(name).Open()).Write(records, cancellation);
            });
            return;
        }

        if (System.IO.Directory.Exists(path) && System.IO.Directory.EnumerateFiles(path).Any() && !File.Exists(Path.Combine(path, "datapackage.json")))
            throw new DirectoryFileException($"{path} holds files that are no export: name an empty folder, or one that an export made.");
        System.IO.Directory.CreateDirectory(path);
        new TabularWriter(name => File.Create(Path.Combine(path, name))).Write(records, cancellation);
    });

    /// <summary>
    /// Writes a list of organization_full; what no organization holds follows as objects of its own. All rows are in memory while it is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="records">The rows, in any order.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DirectoryFileException">It cannot be written there.</exception>
    public static void WriteJson(string path, IEnumerable<HsdsRecord> records, CancellationToken cancellation) =>
        Guarded(path, () => Replace(path, stream => new JsonTree(records).Write(stream, cancellation)));

    private static void Replace(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var stream = File.Create(part))
                write(stream);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DirectoryFileException($"{path} cannot be written: {error.Message}", error);
        }
    }
}
