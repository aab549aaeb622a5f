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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var (name, value) in Fields)
        {
            foreach (var text in (ReadOnlySpan<string>)[name, value])
            {
                // The lengths keep "ab" + "c" apart from "a" + "bc".
                BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
                hash.AppendData(length);
                hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
            }
        }

        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        return BinaryPrimitives.ReadUInt64LittleEndian(whole);
    }

    public bool Equals(HsdsRecord? other) =>
        other is not null && Table == other.Table && Id == other.Id && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Table, Id, Fields.Length);

    public override string ToString() => $"{Table} {Id} {ToJson()}";

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
