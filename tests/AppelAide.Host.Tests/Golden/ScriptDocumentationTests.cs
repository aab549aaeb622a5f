using System.Text.Json;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Tests.Golden;

/// <summary>What is told to those who write the scripts is what the program reads.</summary>
public sealed class ScriptDocumentationTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(GoldenFolder.Scripts, "README.md"));
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFolder.Scripts, "schema.json"))).RootElement;

    private static IEnumerable<JsonElement> Steps => Schema.GetProperty("definitions").GetProperty("step").GetProperty("oneOf").EnumerateArray();

    [Fact]
    public void Every_format_is_described() =>
        Assert.All(ValueFormats.Names.Where(name => name.Length > 0), name => Assert.Contains(name == "count" ? "`count:place:places`" : $"`{name}`", Readme));

    [Fact]
    public void Every_step_of_the_schema_is_described() =>
        Assert.All(Steps, step => Assert.Contains($"{step.GetProperty("title").GetString()}:", Readme));

    /// <summary>A step of each kind, as the schema says it must be written, is read without a word about its form.</summary>
    [Fact]
    public void Every_step_of_the_schema_is_one_that_the_program_reads()
    {
        foreach (var step in Steps)
        {
            var lines = step.GetProperty("required").EnumerateArray().Select(name => $"{name.GetString()}: {Value(step.GetProperty("properties").GetProperty(name.GetString()!))}");
            var (_, issues) = DialogueParser.Parse(new Dictionary<string, string>
            {
                ["a.yaml"] = $"line: {{ start: a, start-sms: a, start-call: a, exhausted: a, needs: a }}\ndialogue: a\nnodes:\n  b:\n    - {{ {string.Join(", ", lines)} }}\n",
            });
            Assert.Empty(issues);
        }
    }

    private static string Value(JsonElement property) =>
        property.TryGetProperty("enum", out var values) ? values[0].ToString()
        : property.TryGetProperty("oneOf", out _) ? "[]"
        : property.GetProperty("type").ValueKind == JsonValueKind.Array ? "\"\""
        : property.GetProperty("type").GetString() == "object" ? "{ c: d }"
        : "c";
}
