using System.Globalization;

namespace AppelAide.Host.Directory.Loading;

/// <summary>Whom a service is for, in words that follow "Pour " and "For ".</summary>
internal static class WhoFor
{
    // Nobody is told that a service is for those under 100.
    private const int Anybody = 99;
    private const int LongestSaid = 80;

    /// <summary>Its ages, else its publisher's words when they are such words; empty for everybody.</summary>
    public static Bilingual Read(int? youngest, int? oldest, string french, string english)
    {
        var least = youngest is > 0 ? youngest.Value.ToString(CultureInfo.InvariantCulture) : "";
        var most = oldest is < Anybody ? oldest.Value.ToString(CultureInfo.InvariantCulture) : "";
        return (least.Length > 0, most.Length > 0) switch
        {
            (true, true) => new($"les gens de {least} à {most} ans", $"people aged {least} to {most}"),
            (true, false) => new($"les {least} ans et plus", $"people {least} and over"),
            (false, true) => new($"les {most} ans et moins", $"people {most} and under"),
            _ => new(After(french, "Pour "), After(english, "For ")),
        };
    }

    private static string After(string words, string beginning) =>
        words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && words.Length - beginning.Length <= LongestSaid ? words[beginning.Length..].TrimEnd('.', ' ') : "";
}
