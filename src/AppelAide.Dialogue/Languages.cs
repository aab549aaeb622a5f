namespace AppelAide.Dialogue;

/// <summary>The languages that the line speaks, as ISO 639-1 codes.</summary>
public static class Languages
{
    /// <summary>Français (fr-CA).</summary>
    public const string French = "fr";

    /// <summary>English (en-CA).</summary>
    public const string English = "en";

    /// <summary>All of them, French first.</summary>
    public static IReadOnlyList<string> All { get; } = [French, English];
}
