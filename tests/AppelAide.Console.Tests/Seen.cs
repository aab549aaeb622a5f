using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>A page as somebody sees it.</summary>
public static class Seen
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "screenshots");

    /// <summary>Takes its picture, and fails on what keeps people out.</summary>
    public static async Task AsAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        // The whole of a narrow page is a tall picture, which takes longer than all the rest.
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = page.ViewportSize is not { Width: < 640 } });
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} pixels wider than the window");
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(
            found.Violations.Length == 0,
            $"{name}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}"))}");
    }

    /// <summary>Presses what leads to another page, or sends a form, and waits until that page is there.</summary>
    public static async Task NextAsync(ILocator pressed)
    {
        var page = pressed.Page;
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await pressed.ClickAsync();
        await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }
}
