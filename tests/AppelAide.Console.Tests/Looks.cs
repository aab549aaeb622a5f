namespace AppelAide.Console.Tests;

/// <summary>How a page is looked at: both languages, both themes, wide and narrow. Two looks cover them; <c>APPELAIDE_TEST_LOOKS=all</c> takes all four pairs of language and theme.</summary>
internal static class Looks
{
    public static IReadOnlyList<(string Language, bool Dark, int Width)> All { get; } = Environment.GetEnvironmentVariable("APPELAIDE_TEST_LOOKS") == "all"
        ? [("fr", false, 1280), ("en", true, 1280), ("fr", true, 320), ("en", false, 320)]
        : [("fr", false, 1280), ("en", true, 320)];
}
