using System.Collections.Immutable;

namespace AppelAide.Dialogue.Engine;

/// <summary>What the host tells the engine at each turn, and the session does not keep.</summary>
/// <param name="Now">The moment of the turn, in the line's time zone; the engine has no clock.</param>
/// <param name="Ambient">
/// Values every prompt may use: <c>line.name.fr</c>, <c>line.name.en</c>, <c>line.phone</c>, <c>line.transfer</c>,
/// <c>line.english</c> (the line speaks it), <c>line.offersEnglish</c> (and says so unasked), <c>line.frenchFirst</c>.
/// </param>
/// <param name="Hints">Likely words by subject (<c>places</c>), most likely first, for speech recognition.</param>
public sealed record EngineContext(
    DateTime Now,
    IReadOnlyDictionary<string, string> Ambient,
    ImmutableDictionary<string, ImmutableArray<string>> Hints)
{
    /// <summary>The names that <see cref="Ambient"/> holds, with long realistic values for the checker.</summary>
    public static ImmutableDictionary<string, string> AmbientExamples { get; } = new Dictionary<string, string>
    {
        ["line.name.fr"] = "Ligne AppelAide",
        ["line.name.en"] = "AppelAide Line",
        ["line.phone"] = "+15815550100",
        ["line.transfer"] = "+14185550199",
        ["line.english"] = "yes",
        ["line.offersEnglish"] = "yes",
        ["line.frenchFirst"] = "",
    }.ToImmutableDictionary();
}
