using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Needs;

namespace AppelAide.Host.Console.Directory;

/// <summary>The needs of the scripts, as staff read them.</summary>
/// <param name="script">The scripts.</param>
/// <param name="language">Of the page.</param>
internal sealed class NeedLabels(Script script, string language)
{
    /// <summary>Categories of the directory by identifier, for those that a history names.</summary>
    public IReadOnlyDictionary<string, HsdsRecord> Terms { get; init; } = ImmutableDictionary<string, HsdsRecord>.Empty;

    /// <summary>A need; as the scripts write it when they do not know it.</summary>
    public string Of(string need) => script.Needs.TryGetValue(need, out var known) ? known.Labels.GetValueOrDefault(language, need) : need;

    /// <summary>Needs, one after the other.</summary>
    public string Of(IEnumerable<string> needs) => string.Join(", ", needs.Select(Of));

    /// <summary>A category: the needs that it stands for, else its own name; empty when it is not known.</summary>
    public string OfTerm(string id) => !Terms.TryGetValue(id, out var term) ? ""
        : NeedTaxonomy.Of(script).ForTerm(term["taxonomy"], term["code"], term["name"]) is { IsEmpty: false } needs ? Of(needs) : term["name"];

    /// <summary>Needs by family, in the order of their labels: a family itself comes before its needs.</summary>
    public IEnumerable<(string Family, ImmutableArray<string> Needs)> Families(IEnumerable<string> needs) => needs
        .GroupBy(need => script.Needs.TryGetValue(need, out var known) && known.Parent.Length > 0 ? known.Parent : need)
        .OrderBy(family => Of(family.Key), StringComparer.CurrentCulture)
        .Select(family => (family.Key, family.OrderByDescending(need => need == family.Key).ThenBy(Of, StringComparer.CurrentCulture).ToImmutableArray()));
}
