using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AppelAide.Benchmarks.Contestants;

/// <summary>A server in a process of its own.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    /// <summary>What signs the requests of all contestants.</summary>
    public const string AuthToken = "0123456789abcdef0123456789abcdef";

    private static readonly string Peer = Path.Combine(AppContext.BaseDirectory, "peer");
    private readonly Process process;
    private readonly Task<string> errors;

    private Contestant(string name, int port, ProcessStartInfo start)
    {
        Name = name;
        Port = port;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>Processor time so far, user and system.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in use, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>A: Kestrel alone.</summary>
    public static Task<Contestant> BareAsync()
    {
        var port = FreePort();
        return StartAsync("A", port, new ProcessStartInfo(Environment.ProcessPath!, ["bare", $"{port}"]));
    }

    /// <summary>B: the product, as it is deployed, on a database of its own.</summary>
    /// <param name="name">What it is called in the table.</param>
    /// <param name="folder">Where its database is.</param>
    /// <param name="slowSync">Whether each fsync takes 2 ms more.</param>
    /// <param name="environment">Development for the console without https.</param>
    public static Task<Contestant> ProductAsync(string name, string folder, bool slowSync = false, string environment = "Production")
    {
        var port = FreePort();
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AppelAide.Host.dll"), "serve", $"--urls=http://127.0.0.1:{port}"])
        {
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Twilio__AuthToken"] = AuthToken;
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "line.db")}";
        SlowDown(start, slowSync);
        return StartAsync(name, port, start);
    }

    /// <summary>C: what another project would be built of: Express, the official SDK, SQLite.</summary>
    public static Task<Contestant> PeerAsync(string folder, bool slowSync = false)
    {
        var port = FreePort();
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(Path.Combine(Peer, "node_modules")))
            RunToEnd(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = Peer });
        var start = new ProcessStartInfo("node", ["server.js", $"{port}", Path.Combine(folder, "peer.db")]) { WorkingDirectory = Peer };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["TWILIO_AUTH_TOKEN"] = AuthToken;
        SlowDown(start, slowSync);
        return StartAsync("C", port, start);
    }

    /// <summary>A folder for databases, removed at the end.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("appelaide-benchmark-").FullName;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Adds 2 ms to each fsync, as an ordinary disk would: a library that is loaded before the C library.</summary>
    private static void SlowDown(ProcessStartInfo start, bool slowSync)
    {
        if (!slowSync)
            return;
        var library = Path.Combine(Peer, "slow-fsync.so");
        if (!File.Exists(library))
            RunToEnd(new ProcessStartInfo("gcc", ["-O2", "-shared", "-fPIC", "-o", library, Path.Combine(Peer, "slow-fsync.c"), "-ldl"]));
        start.Environment["LD_PRELOAD"] = library;
    }

    private static void RunToEnd(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed.");
    }

    private static async Task<Contestant> StartAsync(string name, int port, ProcessStartInfo start)
    {
        var contestant = new Contestant(name, port, start);
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (contestant.process.HasExited)
                throw new InvalidOperationException($"{name} did not start: {await contestant.errors}");
            try
            {
                using var answer = await http.GetAsync($"http://127.0.0.1:{port}/health/ready");
                if (answer.IsSuccessStatusCode)
                    return contestant;
            }
            catch (HttpRequestException)
            {
                // Not yet listening.
            }

            await Task.Delay(100);
        }

        await contestant.DisposeAsync();
        throw new TimeoutException($"{name} did not get ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
