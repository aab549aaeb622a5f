using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>
/// Finds the ways round that meet no wait: they would hold the citizen in silence until the engine stopped them. A called dialogue that may
/// come back without having waited lets the way go on behind the call; one that always waits ends it.
/// </summary>
internal sealed class LoopFinder
{
    private readonly Script script;
    private readonly HashSet<string> passing = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly List<(SourceLine Source, string Node)> loops = [];

    private LoopFinder(Script script) => this.script = script;

    /// <summary>A node of each loop.</summary>
    public static IEnumerable<(SourceLine Source, string Node)> Find(Script script)
    {
        var finder = new LoopFinder(script);
        finder.FindPassing();
        foreach (var (dialogue, node) in finder.Nodes) finder.Visit(dialogue, node);
        finder.CheckStart();
        return finder.loops;
    }

    private IEnumerable<(Dialogue Dialogue, Node Node)> Nodes =>
        from dialogue in script.Dialogues.Values.OrderBy(dialogue => dialogue.Name, StringComparer.Ordinal)
        from node in dialogue.Nodes.Values.OrderBy(node => node.Source.Line)
        select (dialogue, node);

    /// <summary>The nodes from which a dialogue may return to its caller without a wait.</summary>
    private void FindPassing()
    {
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (dialogue, node) in Nodes)
                if (!passing.Contains(Id(dialogue, node)) && MayReturn(dialogue, node)) grown = passing.Add(Id(dialogue, node));
        }
    }

    private bool MayReturn(Dialogue dialogue, Node node)
    {
        foreach (var step in node.Steps)
        {
            if (step is Return) return true;
            // Another dialogue, gone to for good, comes back to nobody.
            if (step is Go go && script.Find(go.Target, dialogue.Name) is { } next && next.Dialogue == dialogue && passing.Contains(Id(next.Dialogue, next.Node))) return true;
            if (Stops(step)) return false;
        }

        return true;
    }

    private void Visit(Dialogue dialogue, Node node)
    {
        var id = Id(dialogue, node);
        if (done.Contains(id)) return;
        if (!open.Add(id))
        {
            loops.Add((node.Source, id));
            return;
        }

        foreach (var step in node.Steps)
        {
            if (step is Go or Call)
                foreach (var target in step.Targets)
                    if (script.Find(target, step is Call ? "" : dialogue.Name) is { } next) Visit(next.Dialogue, next.Node);
            if (Stops(step)) break;
        }

        open.Remove(id);
        done.Add(id);
    }

    /// <summary>A return to nobody begins the line again.</summary>
    private void CheckStart()
    {
        if (script.Find(script.Line.Start, "") is { } start && passing.Contains(Id(start.Dialogue, start.Node)))
            loops.Add((start.Node.Source, Id(start.Dialogue, start.Node)));
    }

    /// <summary>Whether what is written behind the step is never done in the same turn.</summary>
    private bool Stops(Step step) => step switch
    {
        Wait => true,
        { When: not null } => false,
        Call call => script.Find(call.Target, "") is { } called && !passing.Contains(Id(called.Dialogue, called.Node)),
        _ => step.LeadsOn,
    };

    private static string Id(Dialogue dialogue, Node node) => $"{dialogue.Name}.{node.Name}";
}
