using System.Collections.Immutable;
using System.IO.Compression;

namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>A publisher's files: those of a folder, of a zip, or one alone.</summary>
internal sealed class DirectoryFiles : IDisposable
{
    /// <summary>More than this in a zip is a bomb: the largest directory known, a whole country's, is a tenth of it.</summary>
    public const long Most = 4L << 30;

    private readonly ZipArchive? archive;

    private DirectoryFiles(string path)
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (System.IO.Directory.Exists(path))
        {
            All = [.. new DirectoryInfo(path).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(Of)];
        }
        else if (!File.Exists(path))
        {
            throw new DirectoryFileException($"There is no file or folder {path}.");
        }
        else if (Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLS" or ".ODS")
        {
            throw new DirectoryFileException($"{Name} is a spreadsheet: save it as CSV and import that.");
        }
        else if (IsZip(path))
        {
            archive = OpenZip(path);
            All = Entries(archive);
        }
        else
        {
            All = [Of(new FileInfo(path))];
        }
    }

    /// <summary>The name of the folder, zip or file.</summary>
    public string Name { get; }

    /// <summary>The files, by name; of two that have one name in a zip's folders, the one nearest its root.</summary>
    public ImmutableArray<DirectoryFile> All { get; }

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <exception cref="DirectoryFileException">There is nothing there that can be read.</exception>
    public static DirectoryFiles Open(string path)
    {
        try
        {
            return new(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DirectoryFileException($"{path} cannot be opened: {error.Message}", error);
        }
    }

    /// <summary>A file by its name, whatever its case; null when it is not there.</summary>
    public DirectoryFile? Find(string name) => All.FirstOrDefault(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Counts from the start again: what was read to know what the files are does not count.</summary>
    public void Recount() => BytesRead = 0;

    public void Dispose() => archive?.Dispose();

    /// <summary>By what it holds, whatever its name: a zip begins with PK.</summary>
    private static bool IsZip(string path)
    {
        if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            return true;
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private ZipArchive OpenZip(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException error)
        {
            throw new DirectoryFileException($"{Name} is not a whole zip file: it may have been cut off on its way.", error);
        }
    }

    private ImmutableArray<DirectoryFile> Entries(ZipArchive zip)
    {
        var found = new List<(int Depth, DirectoryFile File)>();
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            var parts = entry.FullName.Split('/', '\\');
            if (parts[0].Length == 0 || parts[0].Contains(':', StringComparison.Ordinal) || parts.Contains(".."))
                throw new DirectoryFileException($"{Name} holds \"{entry.FullName}\", a name outside of it: it was not made by a publisher.");
            total += entry.Length;
            if (total > Most)
                throw new DirectoryFileException($"{Name} holds more than {Most >> 30} GB.");
            // macOS puts a shadow of each file in a folder of its own.
            if (parts[^1].Length > 0 && parts[0] != "__MACOSX")
                found.Add((parts.Length, new(parts[^1], entry.Length, () => Metered(entry.Open(), parts[^1]))));
        }

        return [.. found.OrderBy(file => file.Depth).Select(file => file.File).DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private DirectoryFile Of(FileInfo file) => new(file.Name, file.Length, () => Metered(
        new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite, BufferSize = 1 }),
        file.Name));

    private MeteredStream Metered(Stream stream, string name) => new(stream, name, count =>
    {
        BytesRead += count;
        // What a zip says of its sizes may be a lie; what comes out of it is not.
        if (archive is not null && BytesRead > 2 * Most)
            throw new DirectoryFileException($"{Name} holds more than {Most >> 30} GB.");
    });
}
