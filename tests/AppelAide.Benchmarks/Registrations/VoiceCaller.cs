using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AppelAide.Benchmarks.Load;

namespace AppelAide.Benchmarks.Registrations;

/// <summary>One caller on a connection of their own, turn by turn, through the signed webhooks.</summary>
internal sealed class VoiceCaller(int port, long number) : IDisposable
{
    private static readonly byte[] Arrival = "/twilio/voice"u8.ToArray();
    private static readonly byte[] Status = "/twilio/voice/status"u8.ToArray();
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly RequestWriter writer = new(port);
    private readonly byte[] received = new byte[64 * 1024];
    private readonly byte[] action = new byte[256];
    private readonly byte[] call = Encoding.ASCII.GetBytes($"CA{Guid.NewGuid():N}");
    private readonly byte[] caller = Encoding.ASCII.GetBytes($"{number}");
    private int actionLength;

    /// <summary>Milliseconds of the last turn.</summary>
    public double Took { get; private set; }

    /// <summary>Whether the line hung up.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Connects.</summary>
    public ValueTask ConnectAsync() => socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), CancellationToken.None);

    /// <summary>Arrives, presses, says or hangs up.</summary>
    /// <returns>The TwiML.</returns>
    public async Task<string> DoAsync(CallerAct act)
    {
        var target = act == CallerAct.Arrives ? Arrival : act.IsOver ? Status : action.AsMemory(0, actionLength).ToArray();
        var delivery = Encoding.ASCII.GetBytes($"{Guid.NewGuid()}");
        var begun = Stopwatch.GetTimestamp();
        await socket.SendAsync(writer.Write(target, call, caller, act, delivery), SocketFlags.None);
        var (length, body) = (0, (Start: 0, Length: -1));
        while (body.Length < 0 || length < body.Start + body.Length)
        {
            var read = await socket.ReceiveAsync(received.AsMemory(length), SocketFlags.None);
            if (read == 0) throw new IOException("The line hung up the connection.");
            length += read;
            if (body.Length < 0) body = Response.Body(received.AsSpan(0, length));
        }

        Took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (!received.AsSpan(0, length).StartsWith("HTTP/1.1 20"u8)) throw new IOException(Encoding.UTF8.GetString(received, 0, length));
        IsOver = !Response.TryAction(received.AsSpan(body.Start, length - body.Start), action, out actionLength);
        return WebUtility.HtmlDecode(Encoding.UTF8.GetString(received, body.Start, length - body.Start));
    }

    public void Dispose() => socket.Dispose();
}
