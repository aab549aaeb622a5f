using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AppelAide.Benchmarks.Contestants;

namespace AppelAide.Benchmarks.Load;

/// <summary>
/// Writes the webhook's request, signed: the fields of a real one, in the order that they are signed in, so that the body and what is signed
/// are written side by side. What never changes is encoded once.
/// </summary>
internal sealed class RequestWriter
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes(Contestant.AuthToken);

    private static readonly Part Account = new(("AccountSid", "AC0123456789abcdef0123456789abcdef"), ("ApiVersion", "2010-04-01"));
    private static readonly Part CallSid = new(("CallSid", null));
    private static readonly Part CallDuration = new(("CallDuration", "75"));
    private static readonly Part InProgress = Status("in-progress");
    private static readonly Part Completed = Status("completed");
    private static readonly Part CallerPlace = new(("CallerCity", "GASPE"), ("CallerCountry", "CA"), ("CallerState", "QC"), ("CallerZip", "G4X 1A1"));
    private static readonly Part Confidence = new(("Confidence", "0.91"));
    private static readonly Part Digits = new(("Digits", null));
    private static readonly Part Direction = new(("Direction", "inbound"), ("From", "+"));
    private static readonly Part FromWhere = new(("FromCity", "GASPE"), ("FromCountry", "CA"), ("FromState", "QC"), ("FromZip", "G4X 1A1"));
    private static readonly Part Speech = new(("SpeechResult", null));
    private static readonly Part To = new(("To", "+15815550100"), ("ToCity", "QUEBEC"), ("ToCountry", "CA"), ("ToState", "QC"), ("ToZip", "G1R 1A1"));

    private readonly byte[] headers;
    private readonly byte[] origin;
    private readonly byte[] signed = new byte[4096];
    private readonly byte[] body = new byte[4096];
    private readonly byte[] request = new byte[8192];
    private int signedLength;
    private int bodyLength;

    public RequestWriter(int port)
    {
        origin = Encoding.ASCII.GetBytes($"http://127.0.0.1:{port}");
        headers = Encoding.ASCII.GetBytes(
            $" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\nI-Twilio-Idempotency-Token: ");
    }

    /// <summary>Writes a request; it is good until the next one.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="call">The call's name.</param>
    /// <param name="caller">The caller's number without its plus sign.</param>
    /// <param name="act">What the caller does.</param>
    /// <param name="delivery">The delivery's token.</param>
    public ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> target, ReadOnlySpan<byte> call, ReadOnlySpan<byte> caller, CallerAct act, ReadOnlySpan<byte> delivery)
    {
        signedLength = 0;
        bodyLength = 0;
        Sign(origin);
        Sign(target);
        Add(Account, first: true);
        if (act.IsOver)
            Add(CallDuration);
        Add(CallSid);
        AddValue(call);
        Add(act.IsOver ? Completed : InProgress);
        AddValue(caller);
        Add(CallerPlace);
        if (act.IsSpeech)
            Add(Confidence);
        if (act.Digits.Length > 0)
        {
            Add(Digits);
            AddValue(act.Digits);
        }

        Add(Direction);
        AddValue(caller);
        Add(FromWhere);
        if (act.IsSpeech)
        {
            Add(Speech);
            Sign(act.Speech);
            AddBody(act.SpeechEncoded);
        }

        Add(To);
        return Request(target, delivery);
    }

    private static Part Status(string status) => new(
        ("CallStatus", status), ("Called", "+15815550100"), ("CalledCity", "QUEBEC"), ("CalledCountry", "CA"), ("CalledState", "QC"), ("CalledZip", "G1R 1A1"), ("Caller", "+"));

    private ReadOnlyMemory<byte> Request(ReadOnlySpan<byte> target, ReadOnlySpan<byte> delivery)
    {
        var at = 0;
        Put("POST "u8, ref at);
        Put(target, ref at);
        Put(headers, ref at);
        Put(delivery, ref at);
        Put("\r\nX-Twilio-Signature: "u8, ref at);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Key, signed.AsSpan(0, signedLength), hash);
        Base64.EncodeToUtf8(hash, request.AsSpan(at), out _, out var written);
        at += written;
        Put("\r\nContent-Length: "u8, ref at);
        Utf8Formatter.TryFormat(bodyLength, request.AsSpan(at), out written);
        at += written;
        Put("\r\n\r\n"u8, ref at);
        Put(body.AsSpan(0, bodyLength), ref at);
        return request.AsMemory(0, at);
    }

    private void Put(ReadOnlySpan<byte> bytes, ref int at)
    {
        bytes.CopyTo(request.AsSpan(at));
        at += bytes.Length;
    }

    private void Add(Part part, bool first = false)
    {
        Sign(part.Signed);
        AddBody(first ? part.Body.AsSpan(1) : part.Body);
    }

    private void AddValue(ReadOnlySpan<byte> value)
    {
        Sign(value);
        AddBody(value);
    }

    private void Sign(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(signed.AsSpan(signedLength));
        signedLength += bytes.Length;
    }

    private void AddBody(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.AsSpan(bodyLength));
        bodyLength += bytes.Length;
    }

    /// <summary>Fields with their values; the last may lack its own, which follows.</summary>
    private sealed class Part(params (string Name, string? Value)[] fields)
    {
        public byte[] Signed { get; } = Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field.Name + field.Value)));

        public byte[] Body { get; } = Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"&{field.Name}={Uri.EscapeDataString(field.Value ?? "")}")));
    }
}
