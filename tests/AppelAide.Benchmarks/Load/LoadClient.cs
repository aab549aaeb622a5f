using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AppelAide.Benchmarks.Load;

/// <summary>
/// The provider, in a process of its own: plays calls on raw sockets. It is told on standard input what to measure, a line each, so that it
/// need not be warmed again.
/// </summary>
internal static class LoadClient
{
    private static readonly Dictionary<int, (CallerPool Pool, List<CallPlayer> Players)> Lines = [];

    public static async Task<int> RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var port = int.Parse(words[0], CultureInfo.InvariantCulture);
            var connections = int.Parse(words[1], CultureInfo.InvariantCulture);
            var seconds = double.Parse(words[2], CultureInfo.InvariantCulture);
            var rate = double.Parse(words[3], CultureInfo.InvariantCulture);
            try
            {
                Console.WriteLine(JsonSerializer.Serialize(await MeasureAsync(port, connections, seconds, rate)));
            }
            catch (Exception error)
            {
                Console.WriteLine($"!{error.Message.ReplaceLineEndings(" ")}");
            }
        }

        return 0;
    }

    private static async Task<LoadResult> MeasureAsync(int port, int connections, double seconds, double rate)
    {
        if (!Lines.TryGetValue(port, out var line))
            Lines[port] = line = (new CallerPool(), []);
        while (line.Players.Count < connections)
            line.Players.Add(new CallPlayer(port, line.Pool));
        using var pacer = rate > 0 ? new Pacer() : null;
        var measure = new Measure(seconds) { Pacer = pacer };
        var period = rate > 0 ? (long)(Stopwatch.Frequency * connections / rate) : 0;
        var playing = line.Players.Take(connections).Select((player, i) => PlayAsync(player, measure, period * i / connections, period)).ToArray();
        await Task.WhenAll(playing);
        return measure.Result();
    }

    private static async Task PlayAsync(CallPlayer player, Measure measure, long offset, long period)
    {
        // Each begins on the pool: where answers come at once, one would otherwise keep the others waiting.
        await Task.Yield();
        try
        {
            await player.PlayAsync(measure, offset, period);
        }
        catch
        {
            measure.Stop();
            throw;
        }
    }
}
