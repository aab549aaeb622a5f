using System.IO.Compression;
using System.Text;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds.Files;

public sealed class HostileFileTests : IDisposable
{
    private const string Organizations = "id,name,description\no1,Maison,Aide\n";

    private readonly Reading reading = new();

    public void Dispose() => reading.Dispose();

    [Fact]
    public void A_zip_is_read_as_a_folder_is()
    {
        reading.ReadFrom(Zip(("données/organizations.csv", Organizations), ("__MACOSX/organizations.csv", "x"), ("données/", "")));
        Assert.Equal("o1", Assert.Single(reading.Records).Id);
        Assert.Empty(reading.Told);
    }

    [Fact]
    public void A_zip_cut_off_on_its_way_is_refused()
    {
        var path = Zip(("organizations.csv", Organizations));
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains("not a whole zip", Assert.Throws<DirectoryFileException>(() => reading.ReadFrom(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_zip_damaged_inside_is_refused()
    {
        var path = Zip(("organizations.csv", Organizations + string.Concat(Enumerable.Range(2, 5_000).Select(id => $"o{id},Maison {id * 7919},Aide\n"))));
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, 200).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
        Assert.Throws<DirectoryFileException>(() => reading.ReadFrom(path));
    }

    [Theory]
    [InlineData("../organizations.csv")]
    [InlineData("a/../../organizations.csv")]
    [InlineData("/etc/organizations.csv")]
    [InlineData("C:\\organizations.csv")]
    public void A_zip_that_names_what_is_outside_of_it_is_refused(string name)
    {
        var error = Assert.Throws<DirectoryFileException>(() => reading.ReadFrom(Zip((name, Organizations))));
        Assert.Contains("outside of it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_holds_more_than_a_country_is_refused()
    {
        var path = Zip(("organizations.csv", Organizations), ("services.csv", "id\n"));
        var bytes = File.ReadAllBytes(path);
        // The sizes that the central directory declares: 4-byte fields at 24 from each of its signatures.
        for (var at = 0; at < bytes.Length - 4; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
                BitConverter.GetBytes(3_000_000_000u).CopyTo(bytes, at + 24);
        }

        File.WriteAllBytes(path, bytes);
        Assert.Contains("4 GB", Assert.Throws<DirectoryFileException>(() => reading.ReadFrom(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o2,", "x")]
    [InlineData("o2,\"", "x\n")]
    [InlineData("o2,\"", "\"\"")]
    public void A_field_without_end_is_refused_before_it_fills_the_memory(string start, string more)
    {
        var path = Path.Combine(reading.Folder, "organizations.csv");
        using (var file = new StreamWriter(path))
        {
            file.Write(Organizations + start);
            var block = string.Concat(Enumerable.Repeat(more, 1 << 14));
            for (var written = 0L; written < 40L << 20; written += block.Length)
                file.Write(block);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DirectoryFileException>(() => reading.Read());
        Assert.Equal("organizations.csv has a field of more than 1 MB in row 3: is a quote never closed there?", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30 << 20);
    }

    [Fact]
    public void A_field_of_just_under_a_megabyte_is_read()
    {
        var text = new string('é', 500_000);
        reading.With("organizations.csv", $"id,name,description\no1,Maison,\"{text}\"\n").Read();
        Assert.Equal(text, reading.Find("organization", "o1")["description"]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told()
    {
        reading.With("organizations.csv", Organizations + "o2,\"Phare,Aide\no3,Havre,Aide\n").Read();
        Assert.Contains("organizations.csv, row 3: a quote is never closed, and swallows what comes after it", reading.Told);
    }

    [Fact]
    public void What_is_no_directory_is_refused_in_one_sentence()
    {
        Assert.Contains("no file or folder", Refusal("nothing-there"), StringComparison.Ordinal);
        Assert.Contains("save it as CSV", Refusal("list.xlsx", [0x50, 0x4B, 3, 4]), StringComparison.Ordinal);
        Assert.Contains("whole zip", Refusal("list.zip", Encoding.UTF8.GetBytes("hello")), StringComparison.Ordinal);
    }

    private string Refusal(string file, byte[]? bytes = null)
    {
        if (bytes is not null)
            reading.With(file, bytes);
        return Assert.Throws<DirectoryFileException>(() => reading.Read(file)).Message;
    }

    private string Zip(params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(reading.Folder, "directory.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return path;
    }
}
