namespace AppelAide.Host.Console.Directory;

/// <summary>A public telephone as it is read on a card.</summary>
internal static class Telephone
{
    /// <summary>418 555-0137 of +14185550137; what is no number of North America as it is.</summary>
    public static string Written(string number, string extension, ConsoleWords words)
    {
        var written = number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal) ? $"{number[2..5]}\u00A0{number[5..8]}-{number[8..]}" : number;
        return extension.Length > 0 ? words.T($"{written}, poste {extension}", $"{written}, extension {extension}") : written;
    }
}
