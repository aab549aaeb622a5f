using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Definition;

/// <summary>What words were recognised as, anywhere on the line: a keyword or a need.</summary>
/// <param name="Keyword">The keyword; null for a need.</param>
/// <param name="Need">The need; null for a keyword.</param>
/// <param name="Language">The language of the spelling that was found.</param>
/// <param name="Match">Which words, and how well.</param>
public sealed record Recognition(Keyword? Keyword, Need? Need, string Language, PhraseMatch Match)
{
    /// <summary>Another need that was named as an equal ("logement ou chauffage"): which one is meant must be asked. Null for none.</summary>
    public Need? OtherNeed { get; init; }
}
