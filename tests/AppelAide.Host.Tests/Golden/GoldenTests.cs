using System.Collections.Concurrent;

namespace AppelAide.Host.Tests.Golden;

/// <summary>
/// The golden conversations of <c>ivr-scripts</c>: what citizens do, and what they hear. With <c>APPELAIDE_GOLDEN=write</c> the expected lines
/// are written anew; read them aloud before they are committed.
/// </summary>
public sealed class GoldenTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string Written, IReadOnlySet<string> Nodes)>>> Played = new();

    private static bool Writes => Environment.GetEnvironmentVariable("APPELAIDE_GOLDEN") == "write";

    public static TheoryData<string> Files => [.. GoldenFolder.Files()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_line_says_what_is_written(string file)
    {
        var path = Path.Combine(GoldenFolder.Scripts, file);
        var (written, _) = await PlayAsync(file);
        if (Writes) await File.WriteAllTextAsync(path, written);
        else Assert.Equal(await File.ReadAllTextAsync(path), written);
    }

    [Fact]
    public async Task Every_node_is_entered_by_a_golden_conversation()
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in GoldenFolder.Files()) entered.UnionWith((await PlayAsync(file)).Nodes);
        await using var line = await GoldenLine.OpenAsync();
        var script = line.Get<AppelAide.Host.Scripts.ScriptLibrary>().Live;
        // What the line writes by itself is entered by its planners; its words are seen in the golden files as texts and calls.
        var missing = script.Dialogues.Values.Where(dialogue => dialogue.Name != script.Line.Writes)
            .SelectMany(dialogue => dialogue.Nodes.Keys.Select(node => $"{dialogue.Name}.{node}"))
            .Except(entered).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"No golden conversation enters: {string.Join(", ", missing)}");
    }

    /// <summary>Each file is played once, whichever test asks first.</summary>
    private static Task<(string Written, IReadOnlySet<string> Nodes)> PlayAsync(string file) =>
        Played.GetOrAdd(file, name => new(async () => await GoldenRun.PlayAsync(name, await File.ReadAllTextAsync(Path.Combine(GoldenFolder.Scripts, name))))).Value;
}
