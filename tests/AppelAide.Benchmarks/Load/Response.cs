using System.Buffers.Text;

namespace AppelAide.Benchmarks.Load;

/// <summary>What the client reads of an answer: where its body is, and where the TwiML leads.</summary>
internal static class Response
{
    /// <summary>Where the body starts and how long it is; a negative length while the head is incomplete.</summary>
    public static (int Start, int Length) Body(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return (0, -1);
        var head = received[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            return (end + 4, 0);
        Utf8Parser.TryParse(head[(at + 16)..], out int length, out _);
        return (end + 4, length);
    }

    /// <summary>The action of the document, with <c>&amp;amp;</c> read.</summary>
    public static bool TryAction(ReadOnlySpan<byte> document, Span<byte> action, out int length)
    {
        length = 0;
        var at = document.IndexOf("action=\""u8);
        if (at < 0)
            return false;
        var value = document[(at + 8)..];
        value = value[..value.IndexOf((byte)'"')];
        for (var i = 0; i < value.Length; i++)
        {
            action[length++] = value[i];
            if (value[i] == '&')
                i += 4;
        }

        return true;
    }
}
