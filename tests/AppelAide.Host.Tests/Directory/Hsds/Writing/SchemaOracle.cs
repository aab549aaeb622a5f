using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Directory.Hsds.Writing;

/// <summary>The standard's own schemas, asked through ajv, in Node.</summary>
internal static class SchemaOracle
{
    public static bool IsInstalled { get; } =
        TwilioOracle.IsInstalled && System.IO.Directory.Exists(Path.Combine(TwilioOracle.Folder, "node_modules", "ajv-formats"));

    /// <summary>What is wrong with an export.</summary>
    /// <param name="json">A file of organization_full.</param>
    /// <param name="tables">A folder of tables.</param>
    /// <param name="lenient">Whether what the standard requires of a row may be missing.</param>
    public static async Task<string[]> CheckAsync(string json, string tables, bool lenient)
    {
        using var node = Process.Start(TwilioOracle.Node(Path.Combine(TwilioOracle.Folder, "hsds.js")))!;
        var answers = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(new JsonObject
        {
            ["schemas"] = Path.Combine(HsdsData.Folder!, "schema-3.0"),
            ["package"] = Path.Combine(HsdsData.Folder!, "datapackage.json"),
            ["json"] = json,
            ["tables"] = tables,
            ["lenient"] = lenient,
        }.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(await answers)!;
    }
}
