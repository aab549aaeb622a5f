using System.Security.Cryptography;
using System.Text;

namespace AppelAide.Host.Privacy;

/// <summary>
/// Keeps citizens' telephone numbers: encrypted (AES-256-GCM) so that they can be called, and hashed with a key (HMAC-SHA256) so that they
/// can be found again. A plain hash would not do: there are few enough numbers to try them all. What citizens say is encrypted with a key of its own.
/// </summary>
internal sealed class PhoneVault
{
    /// <summary>The length of the key, in bytes.</summary>
    public const int KeySize = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int CipherStart = NonceSize + TagSize;

    private readonly byte[] cipherKey;
    private readonly byte[] hashKey;
    private readonly byte[] soundKey;

    /// <param name="key">32 random bytes; a key for each use is derived from them.</param>
    public PhoneVault(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        cipherKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: "phone cipher"u8.ToArray());
        hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: "phone hash"u8.ToArray());
        soundKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: "sound cipher"u8.ToArray());
    }

    /// <summary>The number as it is looked up: 32 bytes, always the same for a number.</summary>
    public byte[] Hash(string phone) => HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(phone));

    /// <summary>The number as it is kept: nonce, tag, cipher; different each time.</summary>
    public byte[] Encrypt(string phone) => Encrypt(cipherKey, Encoding.UTF8.GetBytes(phone));

    /// <summary>The number, E.164.</summary>
    /// <exception cref="CryptographicException">It was kept with another key, or altered.</exception>
    public string Decrypt(byte[] kept) => Encoding.UTF8.GetString(Decrypt(cipherKey, kept));

    /// <summary>A recording as it is kept.</summary>
    public byte[] EncryptSound(byte[] sound) => Encrypt(soundKey, sound);

    /// <summary>A recording.</summary>
    /// <exception cref="CryptographicException">It was kept with another key, or altered.</exception>
    public byte[] DecryptSound(byte[] kept) => Decrypt(soundKey, kept);

    /// <summary>The last two digits: all that staff see and citizens hear of a number. Empty for a caller without a number.</summary>
    public static string Tail(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.StartsWith('+') && digits.Length >= 2 ? digits[^2..] : "";
    }

    private static byte[] Encrypt(byte[] key, byte[] clear)
    {
        var kept = new byte[CipherStart + clear.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(kept.AsSpan(0, NonceSize), clear, kept.AsSpan(CipherStart), kept.AsSpan(NonceSize, TagSize));
        return kept;
    }

    private static byte[] Decrypt(byte[] key, byte[] kept)
    {
        if (kept.Length < CipherStart)
            throw new CryptographicException("What was kept encrypted is cut short.");
        var clear = new byte[kept.Length - CipherStart];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(kept.AsSpan(0, NonceSize), kept.AsSpan(CipherStart), kept.AsSpan(NonceSize, TagSize), clear);
        return clear;
    }
}
