using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AppelAide.Host.Tests.Properties;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>Prism, serving Twilio's own description of its REST API on a free port: it refuses every request that the description does not allow.</summary>
public sealed partial class PrismServer : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(TwilioOracle.Folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string description = Path.Combine(Path.GetTempPath(), $"appelaide-twilio-{Guid.NewGuid():N}.json");
    private Process? prism;

    /// <summary>Why it cannot run here; null when it can.</summary>
    internal static string? Missing { get; } =
        !TwilioOracle.IsInstalled || !File.Exists(Program) ? "Needs Node and `npm ci` in tests/oracles."
        : SharedData.TwilioApi is null ? "There is no ../shared/data/twilio/twilio_api_v2010.json beside this checkout."
        : null;

    /// <summary>Where it listens.</summary>
    internal string Address { get; private set; } = "";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        await File.WriteAllTextAsync(description, Mended(await File.ReadAllTextAsync(SharedData.TwilioApi!)));
        prism = new Process { StartInfo = TwilioOracle.Node(Program, "mock", "--errors", "-h", "127.0.0.1", "-p", "0", description), EnableRaisingEvents = true };
        var said = new List<string>();
        prism.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match) ready.TrySetResult(match.Value);
        };
        prism.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        prism.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("Prism ended: " + string.Join('\n', said)));
        prism.Start();
        prism.StandardInput.Close();
        prism.BeginOutputReadLine();
        prism.BeginErrorReadLine();
        Address = await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (prism is null) return;
        prism.Kill(entireProcessTree: true);
        await prism.WaitForExitAsync();
        prism.Dispose();
        File.Delete(description);
    }

    /// <summary>
    /// The description says that the addresses of a list's pages are absolute and shows relative ones, as the provider sends them. Prism would
    /// refuse its own answers; what it demands of requests is not touched.
    /// </summary>
    private static string Mended(string text)
    {
        var api = JsonNode.Parse(text)!;
        foreach (var (_, path) in api["paths"]!.AsObject())
        {
            if (path!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["properties"] is not JsonObject page) continue;
            foreach (var name in new[] { "uri", "first_page_uri", "next_page_uri", "previous_page_uri" }) (page[name] as JsonObject)?.Remove("format");
        }

        return api.ToJsonString();
    }

    [GeneratedRegex(@"(?<=Prism is listening on )http://[\d.]+:\d+")]
    private static partial Regex Listening();
}
