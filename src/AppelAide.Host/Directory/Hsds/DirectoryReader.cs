using AppelAide.Host.Directory.Hsds.Files;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>Reads a publisher's directory, whatever it is written in, as rows of the standard.</summary>
internal sealed class DirectoryReader : IDisposable
{
    private readonly DirectoryFiles files;
    private readonly RecordFormat format;

    private DirectoryReader(DirectoryFiles files, RecordFormat format) => (this.files, this.format) = (files, format);

    /// <summary>What it is written in, for people.</summary>
    public string Format => format.Name;

    /// <summary>How many bytes of its files were read.</summary>
    public long BytesRead => files.BytesRead;

    /// <summary>How many there are; those of a zip are counted as they come out of it. Never 0.</summary>
    public long BytesTotal => Math.Max(1, format.BytesTotal);

    /// <param name="path">A folder, a zip, a .json, .jsonl or .csv file.</param>
    /// <param name="known">The rows that are in the directory, which the files may refer to; those met are added to it, so it serves one reading.</param>
    /// <param name="defects">Where what is wrong is told, as it is met.</param>
    /// <exception cref="DirectoryFileException">There is nothing there that can be read.</exception>
    public static DirectoryReader Open(string path, KnownRecords known, DefectList defects)
    {
        var files = DirectoryFiles.Open(path);
        try
        {
            var format = FormatDetection.Of(files, known, defects);
            files.Recount();
            return new(files, format);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The rows, read as they are asked for: what a row refers to comes before it, except the parents of organizations and terms. Can be read once.
    /// </summary>
    /// <exception cref="DirectoryFileException">No more can be read; what came before is no whole directory.</exception>
    public IEnumerable<HsdsRecord> Read(CancellationToken cancellation)
    {
        foreach (var record in format.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    public void Dispose() => files.Dispose();
}
