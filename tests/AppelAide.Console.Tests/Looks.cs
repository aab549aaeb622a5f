namespace AppelAide.Console.Tests;

/// <summary>How pages are looked at: both languages, light and dark, wide and narrow.</summary>
internal static class Looks
{
    public static IReadOnlyList<(string Language, bool Dark, int Width)> All { get; } = [("fr", false, 1280), ("en", true, 1280), ("fr", true, 320), ("en", false, 320)];
}
