using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AppelAide.Host.Staff;

/// <summary>Codes of a telephone (TOTP, RFC 6238 with its defaults: SHA-1, 30 seconds, 6 digits).</summary>
internal static class OneTimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    /// <summary>Which steps of 30 seconds a code may be of, the earliest first: this one, the one before and the one after, for clocks that differ a little.</summary>
    public static IEnumerable<long> StepsOf(string secret, string code, DateTimeOffset now)
    {
        var (key, current) = (Decode(secret), now.ToUnixTimeSeconds() / Seconds);
        return Enumerable.Range(-1, 3).Select(apart => current + apart).Where(step => At(key, step) == code);
    }

    private static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC's default, which codes apps use.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var (bits, value, bytes) = (0, 0, new List<byte>());
        foreach (var letter in secret.Where(char.IsAsciiLetterOrDigit))
        {
            value = (value << 5 | Math.Max(0, Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal))) & 0xFFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }

        return [.. bytes];
    }
}
