using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AppelAide.Host.Tests.Http;

namespace AppelAide.Host.Tests.Start;

/// <summary>The built program as a process of its own, which a test may kill.</summary>
internal sealed partial class LineProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<TaskCompletionSource, string> awaited = new();

    private LineProcess(string folder, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AppelAide.Host.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://unknown");

    /// <summary>What it wrote so far.</summary>
    public string Output => Text(output);

    /// <summary>What it complained of so far.</summary>
    public string Errors => Text(errors);

    /// <summary>Opens the line on a free port, and waits until it says where.</summary>
    public static async Task<LineProcess> ServeAsync(LineFolder folder, params string[] settings)
    {
        var line = new LineProcess(
            folder.Path, ["serve", "--urls=http://127.0.0.1:0", $"--Database:ConnectionString={folder.ConnectionString}", $"--Privacy:PhoneKey={LineFolder.PhoneKey}", .. settings], []);
        line.Address = await line.address.Task.WaitAsync(Patience) ?? throw new InvalidOperationException($"The line did not open: {line.Errors} {line.Output}");
        return line;
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var line = new LineProcess(folder, arguments, environment);
        var code = await line.EndsAsync();
        return (code, line.Output, line.Errors);
    }

    /// <summary>Waits until it writes a line with these words, or wrote one.</summary>
    public async Task SaysAsync(string words)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[said] = words;
        if (!Output.Contains(words, StringComparison.Ordinal)) await said.Task.WaitAsync(Patience);
        awaited.TryRemove(said, out _);
    }

    /// <summary>The power is cut.</summary>
    public async Task IsKilledAsync()
    {
        process.Kill();
        await EndsAsync();
    }

    /// <summary>Ctrl+C, or what an orchestrator sends where this process was told to ignore it.</summary>
    public void IsInterrupted()
    {
        using var kill = Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Take(StringBuilder to, string? line)
    {
        if (line is null)
        {
            address.TrySetResult(null);
            return;
        }

        lock (to) to.Append(line).Append('\n');
        foreach (var (said, words) in awaited)
            if (line.Contains(words, StringComparison.Ordinal)) said.TrySetResult();
        if (Webhooks().Match(line) is { Success: true } found) address.TrySetResult(new Uri(found.Groups[1].Value));
    }

    private static string Text(StringBuilder from)
    {
        lock (from) return from.ToString();
    }

    /// <summary>A shell makes what it starts in the background ignore SIGINT, and so do the children of those.</summary>
    private bool IgnoresInterrupts()
    {
        const int interrupt = 1 << (2 - 1);
        var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return line is not null && (long.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0;
    }

    [GeneratedRegex(@"POST (http://\S+)/twilio/voice")]
    private static partial Regex Webhooks();
}
