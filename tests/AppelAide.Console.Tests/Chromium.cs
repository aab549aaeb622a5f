using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>Debian's Chromium, driven by Playwright: one for all tests, each in a profile of its own.</summary>
public static class Chromium
{
    public const string Missing = "There is no Chromium on this machine (Debian: apt install chromium).";

    private static readonly string? Path =
        new[] { Environment.GetEnvironmentVariable("APPELAIDE_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private static readonly Lazy<Task<IBrowser>> Browser = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    });

    public static bool IsHere => Path is not null;

    /// <summary>Somebody's browser, empty as a new one.</summary>
    public static async Task<IBrowserContext> NewProfileAsync(int width = 1280, bool dark = false) => await (await Browser.Value).NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = 900 },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "fr-CA",
        AcceptDownloads = true,
    });
}
