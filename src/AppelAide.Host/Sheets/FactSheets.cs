using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Sheets;

/// <summary>The fact sheets as they were at one version of the directory: immutable, found by need or by words.</summary>
internal sealed class FactSheets
{
    // A slip of the pen counts less than the word; two sheets that differ by less are named alike.
    private const double AsGood = 0.001;

    private readonly FrozenDictionary<string, FactSheet> byId;
    private readonly ImmutableArray<(FactSheet Sheet, PhraseMatcher Words)> matchers;

    public FactSheets(ImmutableArray<FactSheet> sheets)
    {
        // One without chapters has nothing to be read.
        All = [.. sheets.Where(sheet => sheet.Chapters.Length > 0).OrderBy(sheet => TextFolding.Fold(sheet.Title.Fr), StringComparer.Ordinal).ThenBy(sheet => sheet.Id, StringComparer.Ordinal)];
        byId = All.ToFrozenDictionary(sheet => sheet.Id);
        matchers = [.. All.Select(sheet => (sheet, MatcherOf(sheet)))];
    }

    /// <summary>There is none.</summary>
    public static FactSheets None { get; } = new([]);

    /// <summary>All of them, by their French title.</summary>
    public ImmutableArray<FactSheet> All { get; }

    /// <summary>A sheet; null when there is none.</summary>
    public FactSheet? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Those that go with one of the needs.</summary>
    public ImmutableArray<FactSheet> ForAny(ImmutableArray<string> needs) => [.. All.Where(sheet => sheet.Needs.Any(needs.Contains))];

    /// <summary>Those that words name best: more than one when they are named as well, none when the words name none.</summary>
    /// <param name="text">What a citizen said or texted.</param>
    public ImmutableArray<FactSheet> Named(string text)
    {
        var folded = TextFolding.Fold(text);
        if (folded.Length == 0) return [];
        var named = matchers.Select(entry => (entry.Sheet, Weight: entry.Words.MatchAll(folded).Sum(match => match.Length * match.Score))).Where(entry => entry.Weight > 0).ToList();
        var best = named.Select(entry => entry.Weight).DefaultIfEmpty().Max();
        return [.. named.Where(entry => entry.Weight > best - AsGood).Select(entry => entry.Sheet)];
    }

    // Each phrase by itself: a text that says two of them names the sheet better than one that says one.
    private static PhraseMatcher MatcherOf(FactSheet sheet) =>
        new(sheet.Words.All.Append(sheet.Title.Fr).Append(sheet.Title.En).Distinct().Select(phrase => (phrase, (IReadOnlyList<string>)[phrase])));
}
