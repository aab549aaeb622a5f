using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>Twilio's official SDK for Node, asked in one process a batch of questions.</summary>
internal static class TwilioOracle
{
    /// <summary>Where the official programs are.</summary>
    public static readonly string Folder = FindFolder();

    public static bool IsInstalled { get; } = System.IO.Directory.Exists(Path.Combine(Folder, "node_modules", "twilio")) && HasNode();

    public static async Task<JsonArray> AskAsync(IEnumerable<JsonObject> questions)
    {
        using var node = Process.Start(Node(Path.Combine(Folder, "twilio.js")))!;
        var answers = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(new JsonArray([.. questions]).ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(await answers)!.AsArray();
    }

    /// <summary>Fields as the SDK's users give them: a text, or a list where a name comes twice.</summary>
    public static JsonObject Fields(IFormCollection form) => new(form.Select(field => KeyValuePair.Create(
        field.Key,
        field.Value.Count == 1 ? JsonValue.Create(field.Value[0]) : (JsonNode?)JsonSerializer.SerializeToNode(field.Value.ToArray()))));

    /// <summary>A program of Node's, to be talked with.</summary>
    public static ProcessStartInfo Node(params string[] arguments) => new("node", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(Node("--version"))!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AppelAide.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "tests", "oracles");
    }
}
