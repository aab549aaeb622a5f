using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AppelAide.Benchmarks.Contestants;

namespace AppelAide.Benchmarks.Load;

/// <summary>The benchmark's hold on the client's process.</summary>
internal sealed class LoadDriver : IDisposable
{
    private const int WarmTurns = 60_000;

    // Seconds. A peer that commits each request by itself never gets through so many turns.
    private const int LongestWarming = 40;

    private readonly Process process;

    public LoadDriver()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["client"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Answers are read on the thread that the kernel wakes: the client must cost little, on the cores it shares with the server.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        process = Process.Start(start)!;
    }

    /// <summary>Plays calls on a contestant.</summary>
    /// <param name="contestant">Which.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="rate">Requests a second in all; 0 for as fast as answers come.</param>
    public async Task<Sample> PlayAsync(Contestant contestant, int connections, double seconds, double rate = 0)
    {
        var before = contestant.Processor;
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{contestant.Port} {connections} {seconds} {rate}"));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The client is gone.");
        if (line.StartsWith('!'))
            throw new InvalidOperationException($"{contestant.Name}: {line}");
        var load = JsonSerializer.Deserialize<LoadResult>(line)!;
        var processor = contestant.Processor - before;
        return new Sample(load, processor.TotalMicroseconds / Math.Max(1, load.Requests));
    }

    /// <summary>Plays calls until the run-time has compiled what is worth compiling: for long enough, and through enough turns, which a busy machine takes longer for.</summary>
    public async Task WarmAsync(Contestant contestant, int seconds)
    {
        long turns = 0;
        for (var played = 0; played < LongestWarming && (played < 2 * seconds || turns < WarmTurns); played += seconds)
            turns += (await PlayAsync(contestant, played % (2 * seconds) == 0 ? 32 : 256, seconds)).Load.Requests;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
