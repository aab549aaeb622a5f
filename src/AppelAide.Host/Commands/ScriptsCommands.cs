using System.CommandLine;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Commands;

/// <summary><c>scripts check</c> and <c>scripts graph</c>: for those who write what the line says.</summary>
internal static class ScriptsCommands
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "The scripts; ivr-scripts by default." };
        var check = new Command("check", "Find every defect, with file, line and node.") { folder };
        check.SetAction(parsed => Check(parsed.GetValue(folder)));

        var name = new Argument<string?>("dialogue") { Description = "One dialogue; all of them by default.", Arity = ArgumentArity.ZeroOrOne };
        var dot = new Option<bool>("--dot") { Description = "Graphviz's DOT instead of Mermaid." };
        var graph = new Command("graph", "Draw a dialogue.") { name, dot, folder };
        graph.SetAction(parsed => Graph(parsed.GetValue(name), parsed.GetValue(dot), parsed.GetValue(folder)));

        return new Command("scripts", "Check and draw the scripts.") { check, graph };
    }

    private static int Check(DirectoryInfo? folder)
    {
        var (script, issues, path) = Read(folder);
        foreach (var issue in issues) System.Console.Error.WriteLine(issue);
        if (issues.Length > 0 || script is null)
        {
            System.Console.Error.WriteLine($"{issues.Length} {(issues.Length == 1 ? "defect" : "defects")} in {path}.");
            return 1;
        }

        var nodes = script.Dialogues.Values.Sum(dialogue => dialogue.Nodes.Count);
        System.Console.WriteLine($"{script.Dialogues.Count} dialogues, {nodes} nodes, {script.Prompts.Count} prompts in {Dialogue.Languages.All.Count} languages in {path}: no defect.");
        return 0;
    }

    private static int Graph(string? name, bool dot, DirectoryInfo? folder)
    {
        var (script, _, path) = Read(folder);
        if (script is null)
        {
            System.Console.Error.WriteLine($"The scripts in {path} cannot be read; see scripts check.");
            return 1;
        }

        if (name is not null && !script.Dialogues.ContainsKey(name))
        {
            System.Console.Error.WriteLine($"There is no dialogue \"{name}\"; there are {string.Join(", ", script.Dialogues.Keys.Order())}.");
            return 1;
        }

        foreach (var dialogue in script.Dialogues.Values.Where(dialogue => name is null || dialogue.Name == name).OrderBy(dialogue => dialogue.Name, StringComparer.Ordinal))
            System.Console.WriteLine(dot ? DialogueGraph.Dot(dialogue) : $"%% {dialogue.Name}\n{DialogueGraph.Mermaid(dialogue)}");
        return 0;
    }

    private static (Script? Script, System.Collections.Immutable.ImmutableArray<DialogueIssue> Issues, string Path) Read(DirectoryInfo? folder)
    {
        if (folder is { Exists: false }) throw new StartException($"There is no folder {folder.FullName}.");
        using var app = LineApplication.Build(["--Twilio:AuthToken=none"], builder => builder.Logging.ClearProviders());
        var files = folder is null ? app.Services.GetRequiredService<ScriptFolder>() : new ScriptFolder(folder.FullName);
        var (script, issues) = app.Services.GetRequiredService<ScriptLibrary>().Check(files.Read());
        return (script, issues, files.Path);
    }
}
