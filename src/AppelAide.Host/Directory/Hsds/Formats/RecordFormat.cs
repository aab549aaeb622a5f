using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>A way of writing a directory down.</summary>
/// <param name="files">The files.</param>
/// <param name="known">Which rows there are.</param>
/// <param name="defects">Where what is wrong is told.</param>
internal abstract class RecordFormat(DirectoryFiles files, KnownRecords known, DefectList defects)
{
    /// <summary>Its name, for people.</summary>
    public abstract string Name { get; }

    /// <summary>How many bytes there are to read.</summary>
    public abstract long BytesTotal { get; }

    protected DirectoryFiles Files => files;

    protected KnownRecords Known => known;

    protected DefectList Defects => defects;

    /// <summary>The rows, checked; what they refer to comes before them.</summary>
    /// <exception cref="DirectoryFileException">No more can be read.</exception>
    public abstract IEnumerable<HsdsRecord> Read();

    /// <summary>Tells of a whole file.</summary>
    protected void Tell(string file, string problem, bool dropped) => defects.Add(DefectKind.Layout, new(file, 0, "", problem, dropped));
}
