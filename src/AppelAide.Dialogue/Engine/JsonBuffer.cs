using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppelAide.Dialogue.Engine;

/// <summary>A JSON writer and its buffer, kept by each thread for the next text: two or three are written at every turn.</summary>
internal sealed class JsonBuffer : IDisposable
{
    /// <summary>Bytes. A session of a caller who wrote a great deal is not kept for.</summary>
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static JsonBuffer? kept;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private JsonBuffer? next;

    private JsonBuffer() => Json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>An empty one; disposing it gives it back.</summary>
    public static JsonBuffer Rent()
    {
        if (kept is not { } rented) return new JsonBuffer();
        kept = rented.next;
        rented.next = null;
        return rented;
    }

    /// <summary>What was written.</summary>
    public string Text()
    {
        Json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What was written, in UTF-8.</summary>
    public byte[] Bytes()
    {
        Json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose()
    {
        if (buffer.Capacity > LargestKept) return;
        buffer.ResetWrittenCount();
        Json.Reset();
        next = kept;
        kept = this;
    }
}
