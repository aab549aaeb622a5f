namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>Counts what is read, for the progress bar, and says in one sentence that a file cannot be read to its end.</summary>
internal sealed class MeteredStream(Stream inner, string file, Action<int> count) : ReadStream
{
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new DirectoryFileException($"{file} cannot be read to its end: it is damaged, or was cut off on its way.", error);
        }

        count(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
