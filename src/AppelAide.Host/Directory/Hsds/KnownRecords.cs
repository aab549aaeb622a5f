using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>
/// Which rows there are: those of the directory, and those met in the files being read. Sixteen bytes each, whatever their ids, so that a directory of
/// a million rows costs 32 MB at most. An id is known by 127 bits of its SHA-256: that two share them is not expected before the sun goes out.
/// </summary>
internal sealed class KnownRecords
{
    private static readonly UInt128 Mark = UInt128.One;

    private UInt128[] slots = new UInt128[1024];

    /// <summary>How many rows are known.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a row of the directory.</summary>
    public void Add(string table, string id) => Slot(Hash(table, id));

    /// <summary>Whether a row is in the directory or was met.</summary>
    public bool Contains(string table, string id) => slots[Find(slots, Hash(table, id))] != UInt128.Zero;

    /// <summary>Notes a row of the files being read.</summary>
    /// <returns>False when it had been met already.</returns>
    public bool Meet(string table, string id) => Meet(Hash(table, id));

    /// <summary>The same for who has the row's number.</summary>
    public bool Meet(UInt128 hash)
    {
        ref var slot = ref Slot(hash);
        if ((slot & Mark) != UInt128.Zero)
            return false;
        slot |= Mark;
        return true;
    }

    /// <summary>Whether a row was met in the files being read.</summary>
    public bool IsMet(string table, string id) => IsMet(Hash(table, id));

    /// <summary>The same for who has the row's number.</summary>
    public bool IsMet(UInt128 hash) => (slots[Find(slots, hash)] & Mark) != UInt128.Zero;

    /// <summary>A number for a row; its lowest bit is 0.</summary>
    public static UInt128 Hash(string table, string id)
    {
        var text = MemoryMarshal.AsBytes(id.AsSpan());
        var length = text.Length + 1;
        var bytes = length <= 512 ? stackalloc byte[length] : new byte[length];
        bytes[0] = (byte)HsdsTables.PlaceOf(table);
        text.CopyTo(bytes[1..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        var number = BinaryPrimitives.ReadUInt128LittleEndian(hash) & ~Mark;
        return number == UInt128.Zero ? UInt128.One << 1 : number;
    }

    private ref UInt128 Slot(UInt128 hash)
    {
        var place = Find(slots, hash);
        if (slots[place] == UInt128.Zero)
        {
            if (Count >= slots.Length / 4 * 3)
            {
                var larger = new UInt128[slots.Length * 2];
                foreach (var known in slots)
                {
                    if (known != UInt128.Zero)
                        larger[Find(larger, known & ~Mark)] = known;
                }

                slots = larger;
                place = Find(slots, hash);
            }

            slots[place] = hash;
            Count++;
        }

        return ref slots[place];
    }

    /// <summary>Where a row is, or would be: the next free slot.</summary>
    private static int Find(UInt128[] slots, UInt128 hash)
    {
        var mask = slots.Length - 1;
        var place = (int)((ulong)(hash >> 64) & (ulong)mask);
        while (slots[place] != UInt128.Zero && (slots[place] & ~Mark) != hash)
            place = (place + 1) & mask;
        return place;
    }
}
