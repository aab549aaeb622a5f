using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>A row of the standard, as its publisher wrote it. Two rows are equal when their table, id and fields are.</summary>
/// <param name="Table">The table's name, of <see cref="HsdsTables"/>.</param>
/// <param name="Id">The publisher's identifier.</param>
/// <param name="Fields">Its columns but <c>id</c>; put in the standard's order, then by name, and rid of the empty ones, whatever order they come in.</param>
internal sealed record HsdsRecord(string Table, string Id, ImmutableArray<KeyValuePair<string, string>> Fields)
{
    private const int OnTheStack = 2048;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Its columns: those of the standard in its order, then the publisher's own by name; no empty one.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; } = InOrder(HsdsTables.Get(Table), Fields);

    /// <summary>A field; empty when it is not there.</summary>
    public string this[string field]
    {
        get
        {
            foreach (var (name, value) in Fields)
            {
                if (name == field)
                    return value;
            }

            return "";
        }
    }

    /// <summary>The same with another value of a field, which an empty one removes.</summary>
    public HsdsRecord With(string field, string value) =>
        new(Table, Id, [.. Fields.Where(known => known.Key != field), KeyValuePair.Create(field, value)]);

    /// <summary>Its fields as one flat object of strings, in their order; without table and id.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in Fields)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such thing.</exception>
    public static HsdsRecord FromJson(string table, string id, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(table, id, [.. document.RootElement.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.GetString() ?? ""))]);
    }

    /// <summary>A number that differs when a field does: half a SHA-256 would be more than needed, so a quarter of it is kept.</summary>
    public ulong Fingerprint()
    {
        // In one piece: hashing a record many small times would cost more than reading it.
        var size = Fields.Sum(field => (2 * sizeof(int)) + (sizeof(char) * (field.Key.Length + field.Value.Length)));
        var lent = size > OnTheStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = lent is null ? stackalloc byte[size] : lent.AsSpan(0, size);
        var rest = bytes;
        foreach (var (name, value) in Fields)
        {
            rest = Append(rest, name);
            rest = Append(rest, value);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        if (lent is not null)
            ArrayPool<byte>.Shared.Return(lent);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    public bool Equals(HsdsRecord? other) =>
        other is not null && Table == other.Table && Id == other.Id && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Table, Id, Fields.Length);

    public override string ToString() => $"{Table} {Id} {ToJson()}";

    // The length keeps "ab" + "c" apart from "a" + "bc".
    private static Span<byte> Append(Span<byte> to, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, text.Length);
        var characters = MemoryMarshal.AsBytes(text.AsSpan());
        characters.CopyTo(to[sizeof(int)..]);
        return to[(sizeof(int) + characters.Length)..];
    }

    private static ImmutableArray<KeyValuePair<string, string>> InOrder(HsdsTable table, ImmutableArray<KeyValuePair<string, string>> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Value.Length == 0 || (i > 0 && Compare(table, fields[i - 1].Key, fields[i].Key) >= 0))
            {
                var kept = fields.Where(field => field.Value.Length > 0).DistinctBy(field => field.Key).ToArray();
                Array.Sort(kept, (a, b) => Compare(table, a.Key, b.Key));
                return ImmutableCollectionsMarshal.AsImmutableArray(kept);
            }
        }

        return fields;
    }

    private static int Compare(HsdsTable table, string a, string b)
    {
        var (first, second) = (table.PlaceOf(a), table.PlaceOf(b));
        return first == second ? string.CompareOrdinal(a, b) : first.CompareTo(second);
    }
}
