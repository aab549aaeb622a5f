using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AppelAide.Console.Tests;

/// <summary>What a codes app shows (RFC 6238 with its defaults: SHA-1, 30 s, 6 digits), written from the RFC, not from what it tests.</summary>
public static class OneTimeCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a secret at a moment.</summary>
    public static string At(string secret, DateTimeOffset moment)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, moment.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The RFC's default, which codes apps use.
        var hash = HMACSHA1.HashData(Base32(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var (bits, value, bytes) = (0, 0, new List<byte>());
        foreach (var letter in text.Where(char.IsAsciiLetterOrDigit))
        {
            value = (value << 5 | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }

        return [.. bytes];
    }
}
