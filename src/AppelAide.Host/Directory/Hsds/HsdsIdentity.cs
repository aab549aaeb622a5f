using System.Security.Cryptography;
using System.Text;

namespace AppelAide.Host.Directory.Hsds;

/// <summary>
/// Identifiers for those who want UUIDs. The standard's schemas do; a community group writes <c>maison-du-quai</c>. A name-based UUID (version 5,
/// RFC 9562 section 5.5) is the same at every export, so whoever reads our files twice finds the same rows.
/// </summary>
internal static class HsdsIdentity
{
    /// <summary>The name space of ours: the UUID v5 of <c>appelaide</c> in RFC 9562's name space of domain names.</summary>
    public static Guid NameSpace { get; } = Version5(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "appelaide");

    /// <summary>An id as it is exported: itself when it is a UUID, else the UUID v5 of <c>table/id</c>.</summary>
    public static string Export(string table, string id) => IsUuid(id) ? id : Make(table, id);

    /// <summary>The UUID v5 of <c>table/id</c>.</summary>
    public static string Make(string table, string id) => Version5(NameSpace, $"{table}/{id}").ToString("D");

    /// <summary>Whether an id is a UUID, 8-4-4-4-12.</summary>
    public static bool IsUuid(string id) => id.Length == 36 && Guid.TryParseExact(id, "D", out _);

    private static Guid Version5(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // RFC 9562 says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash, bigEndian: true);
    }
}
