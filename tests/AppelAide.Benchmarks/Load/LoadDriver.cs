using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AppelAide.Benchmarks.Contestants;

namespace AppelAide.Benchmarks.Load;

/// <summary>The benchmark's hold on the client's process.</summary>
internal sealed class LoadDriver : IDisposable
{
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

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
