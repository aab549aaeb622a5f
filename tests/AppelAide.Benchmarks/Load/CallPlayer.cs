using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace AppelAide.Benchmarks.Load;

/// <summary>One connection of the provider, kept alive, on which call after call is played. A call that the end of a measure interrupts goes on in the next.</summary>
internal sealed class CallPlayer(int port, CallerPool pool)
{
    private static readonly byte[] Arrival = "/twilio/voice"u8.ToArray();
    private static readonly byte[] Status = "/twilio/voice/status"u8.ToArray();
    private readonly RequestWriter writer = new(port);
    private readonly byte[] received = new byte[128 * 1024];
    private readonly byte[] call = new byte[34];
    private readonly byte[] delivery = new byte[36];
    private readonly byte[] caller = new byte[11];
    private readonly byte[] action = new byte[256];
    private int actionLength;
    private long number;
    private CallerAct[] plan = [];
    private int step;

    /// <summary>Plays until the measure is over.</summary>
    /// <param name="measure">Counts.</param>
    /// <param name="offset">When the first request is due, in Stopwatch ticks from the beginning.</param>
    /// <param name="period">Between two requests, in Stopwatch ticks; 0 to send as fast as answers come.</param>
    public async Task PlayAsync(Measure measure, long offset, long period)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var due = measure.Start + offset;
        while (!measure.IsOver)
        {
            if (period > 0 && due > Stopwatch.GetTimestamp())
                await measure.Pacer!.WaitAsync(due);
            // Late because the answer before came late: the wait counts. Late because the clock is coarse: it does not.
            var now = Stopwatch.GetTimestamp();
            var begun = period > 0 && now - due > period / 2 ? due : now;
            var act = Next();
            var request = writer.Write(Target(act), call, caller, act, delivery);
            await socket.SendAsync(request, SocketFlags.None);
            var length = 0;
            var body = (Start: 0, Length: -1);
            while (body.Length < 0 || length < body.Start + body.Length)
            {
                var read = await socket.ReceiveAsync(received.AsMemory(length), SocketFlags.None);
                if (read == 0)
                    throw new IOException($"Port {port} hung up after: {Encoding.UTF8.GetString(received, 0, length)}");
                length += read;
                if (body.Length < 0)
                    body = Response.Body(received.AsSpan(0, length));
            }

            measure.Count(Stopwatch.GetTimestamp() - begun);
            Follow(act, received.AsSpan(0, length), body.Start);
            due += period;
        }
    }

    private ReadOnlySpan<byte> Target(CallerAct act) => act == CallerAct.Arrives ? Arrival : act.IsOver ? Status : action.AsSpan(0, actionLength);

    private CallerAct Next()
    {
        if (step == plan.Length)
        {
            (number, var known, var count) = pool.Take();
            plan = CallPlan.Of(known, count);
            step = 0;
            Utf8Formatter.TryFormat(number, caller, out _);
            Fill("CA"u8, call);
            Fill(default, delivery);
        }

        // A delivery's token is its own; two digits more tell a call's turns apart.
        delivery[0] = (byte)('a' + step);
        return plan[step++];
    }

    private static void Fill(ReadOnlySpan<byte> prefix, Span<byte> name)
    {
        Span<byte> random = stackalloc byte[20];
        RandomNumberGenerator.Fill(random);
        prefix.CopyTo(name);
        Convert.TryToHexStringLower(random[..((name.Length - prefix.Length) / 2)], name[prefix.Length..], out _);
    }

    private void Follow(CallerAct act, ReadOnlySpan<byte> response, int body)
    {
        if (!response.StartsWith("HTTP/1.1 20"u8))
            throw new IOException($"Port {port}, step {step}: {Encoding.UTF8.GetString(response)}");
        if (act.IsOver)
        {
            pool.Return(number);
            return;
        }

        if (!Response.TryAction(response[body..], action, out actionLength))
        {
            // The line hung up: the call is over for this caller too.
            step = plan.Length - 1;
        }
    }
}
