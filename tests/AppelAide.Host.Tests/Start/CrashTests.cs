using System.Collections.Concurrent;
using System.Diagnostics;
using AppelAide.Host.Tests.Http;

namespace AppelAide.Host.Tests.Start;

public sealed class CrashTests
{
    [Fact]
    public async Task A_call_goes_on_after_the_power_was_cut()
    {
        using var folder = await LineFolder.CreateAsync();
        LineReply reply;
        using (var line = await LineProcess.ServeAsync(folder))
        using (var client = new HttpClient { BaseAddress = line.Address })
        {
            reply = await PostAsync(client, "/twilio/voice", "CA1");
            reply = await PostAsync(client, reply.Action, "CA1", ("Digits", "1"));
            await line.IsKilledAsync();
        }

        using (var line = await LineProcess.ServeAsync(folder))
        using (var client = new HttpClient { BaseAddress = line.Address })
        {
            reply = await PostAsync(client, reply.Action, "CA1", ("SpeechResult", "Gaspé"));
            Assert.StartsWith("Gaspé. Si c'est bien ça", reply.IsUsable().Said, StringComparison.Ordinal);
            reply = await PostAsync(client, reply.Action, "CA1", ("Digits", "1"));
            Assert.StartsWith("Voici les prochaines formations près de Gaspé.", reply.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_turn_that_was_acknowledged_before_a_crash_is_in_the_log_once()
    {
        using var folder = await LineFolder.CreateAsync();
        var random = new Random(9);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < 4; round++)
        {
            using var line = await LineProcess.ServeAsync(folder);
            using var client = new HttpClient { BaseAddress = line.Address };
            var enough = random.Next(40, 400);
            var heard = 0;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var callers = Enumerable.Range(0, 16).Select(number => Task.Run(() => TalkAsync(client, $"CA{round}x{number}", name =>
            {
                acknowledged.Add(name);
                if (Interlocked.Increment(ref heard) == enough) reached.TrySetResult();
            }))).ToList();
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await line.IsKilledAsync();
            await Task.WhenAll(callers);
        }

        // As the file lies on the disk, opened by somebody else.
        var kept = folder.Rows(
            "SELECT conversation.provider_sid || ' ' || turn.turn_no FROM turn JOIN conversation ON conversation.no = turn.conversation_no", row => row.GetString(0));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        Assert.Equal(["ok"], folder.Rows("PRAGMA integrity_check", row => row.GetString(0)));
        Assert.Empty(folder.Rows(
            """
            SELECT conversation_no FROM turn GROUP BY conversation_no
            HAVING COUNT(*) <> MAX(turn_no) OR MAX(turn_no) <> (SELECT turn_no FROM session WHERE session.conversation_no = turn.conversation_no)
            """,
            row => row.GetInt64(0)));
        Assert.Empty(folder.Rows("SELECT no FROM conversation WHERE no NOT IN (SELECT conversation_no FROM turn)", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task Ctrl_c_closes_the_line_within_five_seconds_even_with_callers_connected()
    {
        using var folder = await LineFolder.CreateAsync();
        using var line = await LineProcess.ServeAsync(folder);
        using var client = new HttpClient { BaseAddress = line.Address };
        (await PostAsync(client, "/twilio/voice", "CA1")).IsUsable();
        using var halfway = new System.Net.Sockets.TcpClient(line.Address.Host, line.Address.Port);
        await halfway.GetStream().WriteAsync("POST /twilio/voice HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nCallSid="u8.ToArray());

        var watch = Stopwatch.StartNew();
        line.IsInterrupted();
        Assert.Equal(0, await line.EndsAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal("", line.Errors);
        Assert.DoesNotContain("   at ", line.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("4185550137", line.Output, StringComparison.Ordinal);
        Assert.Equal(1, folder.Rows("SELECT COUNT(*) FROM turn", row => row.GetInt64(0))[0]);
    }

    private static async Task TalkAsync(HttpClient client, string sid, Action<string> acknowledge)
    {
        try
        {
            var reply = await PostAsync(client, "/twilio/voice", sid);
            for (var turn = 1; ; turn++)
            {
                // A reply of the apology is no acknowledgement; its way on is another.
                if (!reply.Action.EndsWith($"t={turn}", StringComparison.Ordinal)) throw new InvalidOperationException(reply.Document);
                acknowledge($"{sid} {turn}");
                reply = await PostAsync(client, reply.Action, sid, turn % 2 == 0 ? ("SpeechResult", "menu") : ("Digits", "1"));
            }
        }
        catch (HttpRequestException)
        {
            // The power was cut.
        }
    }

    private static async Task<LineReply> PostAsync(HttpClient client, string path, string sid, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("CallSid", sid)).Append(new("From", "+14185550137"));
        using var answer = await client.PostAsync(path, new FormUrlEncodedContent(form));
        return new LineReply(
            answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl is not { NoStore: true }, await answer.Content.ReadAsStringAsync());
    }
}
