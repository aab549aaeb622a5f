using System.Collections.Immutable;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Console.Words;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Figures;

/// <summary>At which questions people are not understood, or say nothing.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class PromptsModel(DialogueFiguresReader figures, ScriptLibrary scripts, DirectorySource directory) : FiguresPage(directory)
{
    private NodeWords? words;

    /// <summary>The questions, those where most goes wrong first.</summary>
    public ImmutableArray<NodeFigures> Prompts { get; private set; }

    /// <summary>One of <see cref="FigureChannels"/>; empty for all.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>The language that people spoke; empty for both.</summary>
    public string Spoken { get; private set; } = "";

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Filters => new[] { ("channel", Channel), ("spoken", Spoken) }.Where(filter => filter.Item2.Length > 0);

    /// <summary>A question's name.</summary>
    public string Name(string node) => Say(StepWords.Step(scripts.Live, node));

    /// <summary>What people hear there.</summary>
    public string Said(string node) => (words ??= new(scripts.Live, Language)).Said(node);

    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, string? channel, string? spoken, CancellationToken ct)
    {
        Read(from, to);
        if (channel is FigureChannels.Call or FigureChannels.Text) Channel = channel;
        if (spoken is "fr" or "en") Spoken = spoken;
        var nodes = await figures.NodesAsync(Period, Channel, Spoken, ct);
        Prompts = [.. nodes.Where(node => node.Heard > 0).OrderByDescending(node => node.NoMatch + node.NoInput).ThenByDescending(node => node.Heard).ThenBy(node => node.Node, StringComparer.Ordinal)];
        return Page();
    }
}
