using System.Collections.Immutable;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Trainings.Search;

/// <summary>The words of a text, with what some of them name.</summary>
internal sealed class NamedWords
{
    // "Pas le soir" wishes for no evening.
    private static readonly string[] Denials = ["pas", "not", "sauf", "except", "sans", "ni", "but"];
    private static readonly string[] Articles = ["le", "la", "les", "l", "en", "de", "du", "des", "d", "the", "in", "on", "at", "un", "une", "a"];

    private readonly (string Group, string Name)[] names;

    public NamedWords(string[] words, ImmutableArray<PhraseMatch> matches)
    {
        Words = words;
        names = new (string, string)[words.Length];
        foreach (var match in matches)
        {
            var dash = match.Key.IndexOf('-', StringComparison.Ordinal);
            var (group, name) = (match.Key[..dash], match.Key[(dash + 1)..]);
            for (var i = match.Start; i < words.Length; i++)
                if (match.Takes(i)) names[i] = (group, name);
            if (!IsDenied(match.Start)) Found.Add((group, name, match.Start));
        }

        // A matcher tells each name once, and "from December 3 to December 10" says one twice.
        for (var i = 0; i < words.Length; i++)
            if (names[i].Group is null && Array.IndexOf(words, words[i]) is var first && first < i && names[first].Group == WishWords.Month) names[i] = names[first];
    }

    /// <summary>The words, folded, short forms written out.</summary>
    public string[] Words { get; }

    /// <summary>What is named, best first, each once.</summary>
    public List<(string Group, string Name, int Start)> Found { get; } = [];

    /// <summary>What a word names; empty for nothing.</summary>
    public string GroupAt(int word) => word >= 0 && word < names.Length ? names[word].Group ?? "" : "";

    /// <summary>The name of what a word names; empty for nothing.</summary>
    public string NameAt(int word) => word >= 0 && word < names.Length ? names[word].Name ?? "" : "";

    /// <summary>The first of a group that is named; empty for none.</summary>
    public string First(string group) => Found.Find(found => found.Group == group).Name ?? "";

    private bool IsDenied(int start)
    {
        var before = start - 1;
        while (before >= 0 && Articles.Contains(Words[before])) before--;
        return before >= 0 && Denials.Contains(Words[before]);
    }
}
