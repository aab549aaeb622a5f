using System.Text;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds;

/// <summary>A publisher's folder, made for a test, and what was read from it.</summary>
internal sealed class Reading : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    public DefectList Defects { get; private set; } = new();

    public List<HsdsRecord> Records { get; private set; } = [];

    public string Format { get; private set; } = "";

    public IEnumerable<string> Told => Defects.Kept.Select(defect => defect.ToString());

    public Reading With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public Reading With(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    /// <summary>Reads the folder, or a file of it.</summary>
    public Reading Read(string file = "", KnownRecords? known = null) => ReadFrom(Path.Combine(Folder, file), known);

    public Reading ReadFrom(string path, KnownRecords? known = null)
    {
        Defects = new();
        using var reader = DirectoryReader.Open(path, known ?? new(), Defects);
        Records = [.. reader.Read(CancellationToken.None)];
        Format = reader.Format;
        Assert.True(reader.BytesRead > 0);
        return this;
    }

    public HsdsRecord Find(string table, string id) => Assert.Single(Records, record => record.Table == table && record.Id == id);

    public IEnumerable<HsdsRecord> Of(string table) => Records.Where(record => record.Table == table);

    public void Dispose() => folder.Dispose();
}
