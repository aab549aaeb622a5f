using System.Collections.Immutable;

namespace AppelAide.Dialogue.Definition;

/// <summary>Words that a citizen may say or text, with what they mean.</summary>
/// <param name="Id">Its name; a choice <c>hears</c> it.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Intent">One of <c>Intents</c>, or empty for words that only answer a question.</param>
/// <param name="Key">The key that means the same everywhere: <c>0</c>, <c>*</c>, <c>#</c> or <c>9</c>; empty for none.</param>
/// <param name="Channel">The one channel it belongs to; null for both.</param>
/// <param name="Does">Repeat, back or more: what the engine does itself; or <see cref="Ignore"/>; empty for none.</param>
/// <param name="Target">The dialogue or node it leads to from anywhere; empty for none.</param>
/// <param name="Returns">Whether the conversation comes back to where it was (<c>call</c>) or not (<c>go</c>).</param>
/// <param name="Spellings">The spellings by language; see <c>PhraseMatcher</c> for the marks <c>=</c> and <c>^</c>.</param>
public sealed record Keyword(
    string Id,
    SourceLine Source,
    string Intent,
    string Key,
    Channel? Channel,
    string Does,
    string Target,
    bool Returns,
    ImmutableDictionary<string, ImmutableArray<string>> Spellings)
{
    /// <summary>What a keyword does whose words mean nothing, though other keywords' words are in them: "une personne âgée" asks for nobody.</summary>
    public const string Ignore = "ignore";

    /// <summary>How the line says back what was meant, by language; empty where it never does.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The spellings, every language together, French first.</summary>
    public ImmutableArray<string> Phrases { get; } = [.. Languages.All.SelectMany(language => Spellings.GetValueOrDefault(language, []))];

    /// <summary>Whether it is understood at every wait.</summary>
    public bool IsGlobal => Target.Length > 0 || Does.Length > 0;
}
