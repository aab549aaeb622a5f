using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Console.Plots;
using AppelAide.Host.Console.Words;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Figures;

/// <summary>A dialogue as a drawing: how many went which way, and where they gave up.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class DialogueModel(DialogueFiguresReader figures, ScriptLibrary scripts, DirectorySource directory) : FiguresPage(directory)
{
    private const int LongestName = 100;
    private ImmutableArray<EdgeFigures> edges;
    private NodeWords? words;

    /// <summary>Its name in the scripts.</summary>
    public string Dialogue { get; private set; } = "";

    /// <summary>Its name for staff.</summary>
    public string Name => NameOf(Dialogue);

    /// <summary>Its nodes as they are written, then those of older versions.</summary>
    public ImmutableArray<NodeFigures> Nodes { get; private set; }

    /// <summary>Whether the drawing has the steps where nobody went too.</summary>
    public bool All { get; private set; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasGraph => Drawn.Any();

    /// <summary>The drawing.</summary>
    public Svg Graph { get; private set; } = null!;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Filters => All ? [("all", "true")] : [];

    private IEnumerable<NodeFigures> Drawn => Nodes.Where(node => All || node.Entered + node.Heard + node.Ended > 0);

    /// <summary>All ways that were taken, the most frequent first.</summary>
    public IEnumerable<EdgeFigures> Edges => edges.OrderByDescending(edge => edge.Passed);

    /// <summary>What people hear at a node.</summary>
    public string Said(string node) => (words ??= new(scripts.Live, Language)).Said(node);

    /// <summary>A node's name in the tables: alone when it is of this dialogue.</summary>
    public string NodeName(string node) => node.Length == 0 ? T("début de l'appel", "beginning of the call") : Say(StepWords.DialogueOf(node) == Dialogue ? StepWords.Node(scripts.Live, node) : StepWords.Step(scripts.Live, node));

    public async Task<IActionResult> OnGetAsync(string id, DateOnly? from, DateOnly? to, bool all, CancellationToken ct)
    {
        if (id.Length > LongestName) return NotFound();
        Read(from, to);
        All = all;
        var (nodes, passed) = await figures.DialogueAsync(Period, id, ct);
        var written = scripts.Live.Dialogues.GetValueOrDefault(id);
        if (written is null && nodes.Length == 0) return NotFound();
        (Dialogue, edges) = (id, passed);
        var counted = nodes.ToDictionary(node => node.Node);
        var names = (written?.Nodes.Values.OrderByDescending(node => node.Name == written.Start).ThenBy(node => node.Source.Line).Select(node => $"{id}.{node.Name}") ?? []).Union(nodes.Select(node => node.Node));
        Nodes = [.. names.Select(name => counted.GetValueOrDefault(name) ?? new NodeFigures { Node = name })];
        Graph = Draw(written);
        return Page();
    }

    private Svg Draw(Dialogue.Definition.Dialogue? written)
    {
        var own = Drawn.Select(node => node.Node).ToHashSet();
        var ways = edges.Where(edge => own.Contains(edge.FromNode) && own.Contains(edge.ToNode)).ToDictionary(edge => (edge.FromNode, edge.ToNode), edge => edge.Passed);
        if (written is not null && All)
        {
            foreach (var (from, to, _) in DialogueGraph.Edges(written).Where(edge => written.Nodes.ContainsKey(edge.To))) ways.TryAdd(($"{Dialogue}.{from}", $"{Dialogue}.{to}"), 0);
        }

        var onward = edges.Where(edge => own.Contains(edge.FromNode) && !own.Contains(edge.ToNode)).ToLookup(edge => edge.FromNode);
        return GraphPlot.Draw(
            T($"Le parcours « {Name} » : combien de fois chaque chemin a été pris. Les mêmes nombres sont dans les tableaux qui suivent.",
                $"The part \"{Name}\": how often each way was taken. The same numbers are in the tables that follow."),
            [.. Drawn.Select(node => new GraphNode(node.Node, Lines(node, onward[node.Node]), Kind(node)))],
            [.. ways.Select(way => new GraphEdge(way.Key.Item1, way.Key.Item2, way.Value))],
            Words.Number);
    }

    private IReadOnlyList<string> Lines(NodeFigures node, IEnumerable<EdgeFigures> onward)
    {
        var gaveUp = node.Abandoned > 0 ? T($" · {Words.Number(node.Abandoned)} abandon{(node.Abandoned > 1 ? "s" : "")}", $" · {Words.Number(node.Abandoned)} gave up") : "";
        var elsewhere = onward.GroupBy(edge => StepWords.DialogueOf(edge.ToNode)).Select(group => (group.Key, Passed: group.Sum(edge => edge.Passed))).OrderByDescending(way => way.Passed).Take(2);
        return
        [
            NodeName(node.Node),
            T($"{Words.Number(node.Entered)} passage{(node.Entered > 1 ? "s" : "")}", $"{Words.Number(node.Entered)} time{(node.Entered == 1 ? "" : "s")}") + gaveUp,
            .. elsewhere.Select(way => $"{Words.Number(way.Passed)} → {NameOf(way.Key)}"),
        ];
    }

    private string NameOf(string dialogue) => Say(StepWords.Dialogue(scripts.Live, dialogue));

    private static string Kind(NodeFigures node) => node.Entered == 0 && node.Heard == 0 ? "never" : node.Abandoned > 0 && node.Abandoned * 10 >= node.Entered ? "left" : "";
}
