using System.Collections.Immutable;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Figures;

/// <summary>What people asked for, and whether something was found, by need and by place.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class NeedsModel(FiguresReader figures, ScriptLibrary scripts, DirectorySource directory) : FiguresPage(directory)
{
    /// <summary>By need, at the place.</summary>
    public ImmutableArray<NeedFigures> Needs { get; private set; }

    /// <summary>By place, for the need.</summary>
    public ImmutableArray<NeedFigures> Places { get; private set; }

    /// <summary>The place whose needs are shown; null for everywhere.</summary>
    public string? Place { get; private set; }

    /// <summary>The need whose places are shown; null for all.</summary>
    public string? Need { get; private set; }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Filters =>
        [.. Place is { } place ? [("place", place)] : Array.Empty<(string, string)>(), .. Need is { } need ? [("need", need)] : Array.Empty<(string, string)>()];

    /// <summary>The name of a need.</summary>
    public string NeedName(string id) => scripts.Live.Needs.GetValueOrDefault(id)?.Labels.GetValueOrDefault(Language) is { Length: > 0 } label ? char.ToUpperInvariant(label[0]) + label[1..] : id;

    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, string? place, string? need, CancellationToken ct)
    {
        Read(from, to);
        Place = Request.Query.ContainsKey("place") ? place ?? "" : null;
        Need = string.IsNullOrEmpty(need) ? null : need;
        if (Place is { Length: > 100 } || Need is { Length: > 100 }) return NotFound();
        Needs = await figures.NeedsAsync(Period, Place, ct);
        Places = await figures.PlacesAsync(Period, Need, ct);
        return Page();
    }
}
