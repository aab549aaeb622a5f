using System.Globalization;
using System.Text;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>Identifiers and column names out of what people write: "Dépannage, l'été" is <c>depannage-l-ete</c>.</summary>
internal static class Slug
{
    private const int Longest = 80;

    /// <summary>Small letters and digits, with hyphens between words; empty when there is no letter or digit.</summary>
    public static string Of(string text)
    {
        var made = new StringBuilder();
        foreach (var letter in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                made.Append(char.ToLowerInvariant(letter));
            else if (made.Length > 0 && made[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                made.Append('-');
        }

        var slug = made.ToString().TrimEnd('-');
        // Two long names may differ at their ends only.
        return slug.Length <= Longest ? slug : $"{slug[..60]}-{HsdsIdentity.Make("", slug)[..8]}";
    }
}
