using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Twilio;

/// <summary>
/// The signature Twilio puts on a webhook: base64 of HMAC-SHA1, keyed by the auth token, over the exact public URL followed by each POST
/// field, sorted by name, its name and value with nothing between.
/// See https://www.twilio.com/docs/usage/security#validating-requests.
/// </summary>
internal static class TwilioSignature
{
    private const int Base64Length = 28;
    private const string BodyHash = "bodySHA256=";

    /// <summary>The signature of a request to <paramref name="url"/>, exactly as written, with the given fields.</summary>
    public static string Compute(ReadOnlySpan<byte> authToken, string url, IFormCollection fields)
    {
        Span<byte> signature = stackalloc byte[Base64Length];
        Sign(authToken, url, default, default, fields, signature);
        return Encoding.ASCII.GetString(signature);
    }

    /// <summary>
    /// Whether the signature is Twilio's. Twilio signs the URL sometimes with the port and sometimes without: both are tried, the standard
    /// port of the scheme being put where the URL has none. The query is never decoded: it is signed as it was sent.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> authToken, string url, IFormCollection fields, string? signature)
    {
        Span<byte> given = stackalloc byte[Base64Length];
        if (signature is not { Length: Base64Length } || !Encoding.ASCII.TryGetBytes(signature, given, out _))
            return false;

        Span<byte> expected = stackalloc byte[Base64Length];
        var (hostEnd, portEnd) = FindPort(url);
        Sign(authToken, url.AsSpan(0, hostEnd), default, url.AsSpan(portEnd), fields, expected);
        var valid = CryptographicOperations.FixedTimeEquals(expected, given);
        if (!valid && hostEnd > 0)
        {
            var port = portEnd > hostEnd ? url.AsSpan(hostEnd, portEnd - hostEnd)
                : url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
            Sign(authToken, url.AsSpan(0, hostEnd), port, url.AsSpan(portEnd), fields, expected);
            valid = CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return valid;
    }

    /// <summary>Whether the URL's <c>bodySHA256</c>, itself signed, is the hash of the body: how Twilio covers a body that is not a form.</summary>
    public static bool CoversBody(string url, ReadOnlySpan<byte> body)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return false;
        foreach (var range in url.AsSpan(query + 1).Split('&'))
        {
            var field = url.AsSpan(query + 1)[range];
            if (!field.StartsWith(BodyHash, StringComparison.Ordinal))
                continue;
            Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
            var read = Convert.FromHexString(field[BodyHash.Length..], given, out _, out var written);
            return read == OperationStatus.Done && written == given.Length
                && CryptographicOperations.FixedTimeEquals(SHA256.HashData(body), given);
        }

        return false;
    }

    /// <summary>Writes the signature of <paramref name="head"/> + <paramref name="port"/> + <paramref name="tail"/> + fields.</summary>
    private static void Sign(
        ReadOnlySpan<byte> authToken, ReadOnlySpan<char> head, ReadOnlySpan<char> port, ReadOnlySpan<char> tail, IFormCollection fields, Span<byte> signature)
    {
        var names = ArrayPool<string>.Shared.Rent(fields.Count);
        var characters = head.Length + port.Length + tail.Length;
        var count = 0;
        foreach (var (name, values) in fields)
        {
            names[count++] = name;
            foreach (var value in values)
                characters += name.Length + (value?.Length ?? 0);
            if (values.Count == 0)
                characters += name.Length;
        }

        Array.Sort(names, 0, count, StringComparer.Ordinal);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters));
        var length = Encoding.UTF8.GetBytes(head, buffer);
        length += Encoding.UTF8.GetBytes(port, buffer.AsSpan(length));
        length += Encoding.UTF8.GetBytes(tail, buffer.AsSpan(length));
        for (var i = 0; i < count; i++)
            length += Append(names[i], fields[names[i]], buffer.AsSpan(length));

        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(authToken, buffer.AsSpan(0, length), hash);
        Base64.EncodeToUtf8(hash, signature, out _, out _);

        // The buffer held a telephone number and a citizen's words.
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        ArrayPool<string>.Shared.Return(names, clearArray: true);
    }

    private static int Append(string name, StringValues values, Span<byte> buffer)
    {
        if (values.Count <= 1)
            return AppendPair(name, values.Count == 0 ? "" : values[0], buffer);

        var length = 0;
        var sorted = new SortedSet<string>(values.Select(value => value ?? ""), StringComparer.Ordinal);
        foreach (var value in sorted)
            length += AppendPair(name, value, buffer[length..]);
        return length;
    }

    private static int AppendPair(string name, string? value, Span<byte> buffer)
    {
        var length = Encoding.UTF8.GetBytes(name, buffer);
        return length + Encoding.UTF8.GetBytes(value, buffer[length..]);
    }

    /// <summary>Where the host ends and where what follows the port begins; the same place when there is no port.</summary>
    private static (int HostEnd, int PortEnd) FindPort(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return (0, 0);
        var start = scheme + 3;
        var length = url.AsSpan(start).IndexOfAny('/', '?', '#');
        var end = length < 0 ? url.Length : start + length;
        var host = start + url.AsSpan(start, end - start).LastIndexOf('@') + 1;
        // In an IPv6 literal, only a colon after the closing bracket begins a port.
        var bracket = url.AsSpan(host, end - host).LastIndexOf(']') + 1;
        var colon = url.AsSpan(host + bracket, end - host - bracket).IndexOf(':');
        return colon < 0 ? (end, end) : (host + bracket + colon, end);
    }
}
