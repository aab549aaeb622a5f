using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory;

/// <summary>A language as directories write it.</summary>
internal static class SpokenLanguage
{
    /// <summary>ISO 639-1 of a code (fr, fra, fr-CA) or else of a name (Français, English); the code as it is for the others.</summary>
    public static string Code(string code, string name)
    {
        var folded = TextFolding.Fold(code.Length > 0 ? code : name).Trim();
        return folded switch
        {
            _ when folded.StartsWith("fr", StringComparison.Ordinal) => "fr",
            _ when folded.StartsWith("en", StringComparison.Ordinal) || folded.StartsWith("ang", StringComparison.Ordinal) => "en",
            { Length: > 8 } => folded[..8],
            _ => folded,
        };
    }
}
