using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Needs;

/// <summary>The needs of a script as the directory sees them: what belongs to what, and what the categories of imported data mean. Immutable.</summary>
internal sealed class NeedTaxonomy
{
    /// <summary>The taxonomy whose codes are the needs themselves.</summary>
    public const string Own = "appelaide";

    private const char CodeMark = ':';

    private static readonly ConditionalWeakTable<Script, NeedTaxonomy> Made = [];

    private readonly FrozenDictionary<string, Need> needs;
    private readonly FrozenDictionary<string, ImmutableArray<string>> children;
    private readonly FrozenDictionary<string, ImmutableArray<string>> byName;
    private readonly FrozenDictionary<string, ImmutableArray<string>> byCode;

    private NeedTaxonomy(FrozenDictionary<string, Need> needs)
    {
        this.needs = needs;
        All = [.. needs.Keys.Order(StringComparer.Ordinal)];
        children = All.Where(need => needs[need].Parent.Length > 0).GroupBy(need => needs[need].Parent)
            .ToFrozenDictionary(family => family.Key, family => family.ToImmutableArray());
        var terms = All.SelectMany(need => needs[need].Terms.Select(term => (Term: term, Need: need))).ToList();
        byCode = terms.Where(pair => IsCode(pair.Term)).Select(pair => (Key: CodeKey(pair.Term.Split(CodeMark)), pair.Need))
            .GroupBy(pair => pair.Key, pair => pair.Need).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        byName = terms.Where(pair => !IsCode(pair.Term)).Select(pair => (Key: TextFolding.Fold(pair.Term), pair.Need))
            .GroupBy(pair => pair.Key, pair => pair.Need).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>No needs, before there are scripts.</summary>
    public static NeedTaxonomy Empty { get; } = new(FrozenDictionary<string, Need>.Empty);

    /// <summary>All needs, families too.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>The needs of a script.</summary>
    public static NeedTaxonomy Of(Script script) => Made.GetValue(script, made => new NeedTaxonomy(made.Needs));

    /// <summary>Whether there is such a need.</summary>
    public bool Contains(string need) => needs.ContainsKey(need);

    /// <summary>The family of a need; empty for a family, and for what is no need.</summary>
    public string ParentOf(string need) => needs.TryGetValue(need, out var found) ? found.Parent : "";

    /// <summary>Whether it is help for few, which nobody means who names only its family.</summary>
    public bool IsNarrow(string need) => needs.TryGetValue(need, out var found) && found.IsNarrow;

    /// <summary>The needs of a family, without itself; none for a need that is no family.</summary>
    public ImmutableArray<string> Children(string need) => children.GetValueOrDefault(need, []);

    /// <summary>What a category of imported data means: by its code if that is known, otherwise by its name. Case, accents and punctuation do not matter.</summary>
    /// <param name="taxonomy">The taxonomy's name ("Open Eligibility", "openeligibility"); empty when not known.</param>
    /// <param name="code">The category's code in it; empty for none.</param>
    /// <param name="name">Its name, French or English; empty for none.</param>
    /// <returns>The needs; empty when it means none of them.</returns>
    public ImmutableArray<string> ForTerm(string taxonomy, string code, string name)
    {
        var key = CodeKey([taxonomy, code]);
        if (key == CodeKey([Own, code]) && Contains(code))
            return [code];
        return byCode.TryGetValue(key, out var found) || byName.TryGetValue(TextFolding.Fold(name), out found) ? found : [];
    }

    /// <summary>A taxonomy, a colon and a code; a name has a space after its colon, if it has one.</summary>
    private static bool IsCode(string term) => term.Split(CodeMark) is [{ Length: > 0 }, { Length: > 0 } code] && !term.Contains(' ', StringComparison.Ordinal) && code.Any(char.IsAsciiLetterOrDigit);

    // Taxonomies are written with and without spaces; in codes, what parts the numbers matters no more than case does.
    private static string CodeKey(string[] parts) =>
        TextFolding.Fold(parts[0]).Replace(" ", "", StringComparison.Ordinal) + CodeMark + TextFolding.Fold(parts[1]);
}
