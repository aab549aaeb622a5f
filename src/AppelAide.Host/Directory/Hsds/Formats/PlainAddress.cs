using System.Text.RegularExpressions;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>An address of Québec as people write it in one cell.</summary>
/// <param name="Street">"14, rue du Vieux-Gréement".</param>
/// <param name="City">"Gaspé"; empty when it is not there.</param>
/// <param name="PostalCode">"G4X 1A1"; empty when it is not there.</param>
internal sealed partial record PlainAddress(string Street, string City, string PostalCode)
{
    /// <summary>Reads "14, rue du Vieux-Gréement, Gaspé (Québec) G4X 1A1": the last part is the city.</summary>
    public static PlainAddress Read(string text, string city, string postalCode)
    {
        if (PostalCodes().Match(text) is { Success: true } code)
        {
            text = text.Remove(code.Index, code.Length);
            postalCode = postalCode.Length > 0 ? postalCode : $"{code.Groups[1].Value} {code.Groups[2].Value}".ToUpperInvariant();
        }

        text = Province().Replace(text, "").Trim(' ', ',');
        var last = text.LastIndexOf(',');
        if (city.Length > 0)
            return new(text.EndsWith(", " + city, StringComparison.OrdinalIgnoreCase) ? text[..last].Trim() : text, city, postalCode);
        // "14, rue des Lampions" has no city: what comes after a bare number is the street.
        return last > 0 && !Bare().IsMatch(text[..last]) ? new(text[..last].Trim(), text[(last + 1)..].Trim(), postalCode) : new(text, "", postalCode);
    }

    [GeneratedRegex(@"\b([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostalCodes();

    [GeneratedRegex(@"[\s,]*(?:\((?:Québec|Quebec|Qc)\)|,\s*(?:QC|Québec|Quebec)(?:,\s*Canada)?)[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Province();

    [GeneratedRegex(@"^\s*\d+\s*[A-Za-z]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
