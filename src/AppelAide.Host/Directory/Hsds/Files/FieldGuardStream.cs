namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>
/// Refuses CSV with a field that nobody wrote by hand, before a reader gathers it in memory: a field of 2 GB, or a quote that is never closed. Knows
/// only what it needs of RFC 4180, and takes any of the usual separators for one.
/// </summary>
internal sealed class FieldGuardStream(Stream inner, string file) : ReadStream
{
    /// <summary>The longest field, in bytes.</summary>
    public const int Most = 1 << 20;

    private State state;
    private long line = 1;
    private long began = 1;
    private int length;

    private enum State
    {
        Start,
        Plain,
        Quoted,
        Closed,
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        foreach (var unit in buffer[..read])
            Step(unit);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Step(byte unit)
    {
        if (++length > Most)
            throw new DirectoryFileException($"{file} has a field of more than 1 MB in row {began}: is a quote never closed there?");
        if (unit == '\n')
            line++;
        if (state == State.Quoted)
        {
            if (unit == '"')
                state = State.Closed;
        }
        else if (unit is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|' or (byte)'\n' or (byte)'\r')
        {
            (state, length, began) = (State.Start, 0, line);
        }
        else if (unit == '"')
        {
            state = state == State.Plain ? State.Plain : State.Quoted;
        }
        else
        {
            state = State.Plain;
        }
    }
}
