using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>
/// The text of a file as UTF-8, without byte order mark, whatever it was saved in: UTF-8, UTF-16 with its mark, or Windows-1252 (and so Latin-1), which
/// Excel still saves. A byte that is no UTF-8 is read as Windows-1252, and the first is told: so a file pasted together from both is read right too.
/// </summary>
internal sealed class Utf8Stream : ReadStream
{
    private const int Block = 64 * 1024;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Stream inner;
    private readonly Action<long> foreign;
    private readonly byte[] input = new byte[Block];
    private readonly byte[] output = new byte[Block * 3];
    private int held, start, end;
    private long line = 1;
    private bool told, over;

    /// <param name="source">The file, at its start; disposed with this.</param>
    /// <param name="foreign">Told once the line of the first byte that is no UTF-8.</param>
    public Utf8Stream(Stream source, Action<long> foreign)
    {
        this.foreign = foreign;
        inner = source;
        held = source.ReadAtLeast(input.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        var mark = input.AsSpan(0, held);
        if (mark.StartsWith(Encoding.UTF8.Preamble))
            Drop(3);
        else if (mark.StartsWith(Encoding.Unicode.Preamble) || mark.StartsWith(Encoding.BigEndianUnicode.Preamble))
            inner = FromUtf16(mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode);
    }

    public override int Read(Span<byte> buffer)
    {
        while (start == end)
        {
            if (over)
                return 0;
            Fill();
        }

        var count = Math.Min(buffer.Length, end - start);
        output.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private Stream FromUtf16(Encoding encoding)
    {
        var rest = new PrefixedStream(input.AsSpan(2, held - 2).ToArray(), inner);
        held = 0;
        return Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8);
    }

    private void Drop(int count)
    {
        input.AsSpan(count, held - count).CopyTo(input);
        held -= count;
    }

    private void Fill()
    {
        var read = inner.Read(input.AsSpan(held));
        over = read == 0;
        var bytes = input.AsSpan(0, held + read);
        (start, end) = (0, 0);
        // The usual block is whole UTF-8 but for a last letter that the next block ends.
        var whole = over ? bytes.Length : bytes.Length - Unfinished(bytes);
        if (Utf8.IsValid(bytes[..whole]))
        {
            bytes[..whole].CopyTo(output);
            end = whole;
        }
        else
        {
            whole = Mend(bytes[..whole]);
        }

        line += output.AsSpan(0, end).Count((byte)'\n');
        held = bytes.Length - whole;
        bytes[whole..].CopyTo(input);
    }

    private int Mend(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        Span<char> letter = stackalloc char[1];
        while (position < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == OperationStatus.Done)
            {
                bytes.Slice(position, length).CopyTo(output.AsSpan(end));
                end += length;
                position += length;
                continue;
            }

            if (!told)
            {
                told = true;
                foreign(line + output.AsSpan(0, end).Count((byte)'\n'));
            }

            Windows.GetChars(bytes.Slice(position, 1), letter);
            end += Encoding.UTF8.GetBytes(letter, output.AsSpan(end));
            position++;
        }

        return position;
    }

    /// <summary>How many bytes at the end may be the start of a letter.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var unit = bytes[^back];
            if (unit < 0x80)
                return 0;
            if (unit >= 0xC0)
                return back < (unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }
}
