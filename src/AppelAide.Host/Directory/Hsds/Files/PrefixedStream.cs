namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>Bytes that were read to look at them, then the rest of the stream they came from.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ReadStream
{
    private int position;

    public override int Read(Span<byte> buffer)
    {
        if (position == prefix.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, prefix.Length - position);
        prefix.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
