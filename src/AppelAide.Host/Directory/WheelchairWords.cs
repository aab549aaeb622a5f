using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory;

/// <summary>Whether a wheelchair can come in, from what a publisher wrote of a location's accessibility: the standard has only words for it.</summary>
internal static class WheelchairWords
{
    private static readonly string[] Denials = ["not", "no", "pas", "non", "aucun", "aucune", "sans", "inaccessible", "without"];

    /// <summary>Yes, no, or null when the words do not say.</summary>
    public static bool? Read(HsdsRecord accessibility)
    {
        switch (accessibility["wheelchair"])
        {
            case "yes": return true;
            case "no": return false;
        }

        // One sentence at a time: "No parking. Wheelchair access on all levels."
        foreach (var sentence in $"{accessibility["description"]}. {accessibility["details"]}".Split('.', ';', '\n'))
        {
            var words = TextFolding.Tokens(sentence);
            if (!words.Any(word => word.StartsWith("wheelchair", StringComparison.Ordinal)) && !(words.Contains("fauteuil") && words.Any(word => word.StartsWith("roulant", StringComparison.Ordinal))))
                continue;
            return !words.Any(Denials.Contains);
        }

        return null;
    }
}
