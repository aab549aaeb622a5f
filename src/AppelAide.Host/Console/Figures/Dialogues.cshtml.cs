using System.Collections.Immutable;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Console.Words;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Figures;

/// <summary>The dialogues, by how many gave up in each.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class DialoguesModel(DialogueFiguresReader figures, ScriptLibrary scripts, DirectorySource directory) : FiguresPage(directory)
{
    /// <summary>A row a dialogue: its name in the field of the node.</summary>
    public ImmutableArray<NodeFigures> Dialogues { get; private set; }

    /// <summary>A dialogue's name.</summary>
    public string Name(string dialogue) => Say(StepWords.Dialogue(scripts.Live, dialogue));

    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        Read(from, to);
        var nodes = await figures.NodesAsync(Period, "", "", ct);
        var counted = nodes.GroupBy(node => StepWords.DialogueOf(node.Node)).ToDictionary(
            group => group.Key,
            group => new NodeFigures
            {
                Node = group.Key,
                Entered = group.Sum(node => node.Entered),
                Heard = group.Sum(node => node.Heard),
                NoMatch = group.Sum(node => node.NoMatch),
                NoInput = group.Sum(node => node.NoInput),
                Ended = group.Sum(node => node.Ended),
                Abandoned = group.Sum(node => node.Abandoned),
            });
        Dialogues =
        [
            .. scripts.Live.Dialogues.Keys.Where(name => name != scripts.Live.Line.Writes).Union(counted.Keys)
                .Select(name => counted.GetValueOrDefault(name) ?? new NodeFigures { Node = name })
                .OrderByDescending(dialogue => dialogue.Abandoned).ThenByDescending(dialogue => dialogue.Heard).ThenBy(dialogue => dialogue.Node, StringComparer.Ordinal),
        ];
        return Page();
    }
}
