using AppelAide.Host.Staff;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>Try the line, without leaving the page.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class TrialTests(ConsoleHost host)
{
    [BrowserFact]
    public async Task Somebody_calls_presses_speaks_and_hangs_up()
    {
        var page = await host.EnterAsync(StaffRoles.Staff);
        await BeginAsync(page, "voice");
        Assert.Contains("Ligne AppelAide", await page.InnerTextAsync("#now"), StringComparison.Ordinal);
        await page.ClickAsync(".keys button[value='2']");
        await page.FillAsync("#words", "chauffage");
        await page.PressAsync("#words", "Enter");
        await page.FillAsync("#words", "Gaspé");
        await page.ClickAsync("text=Dire");
        await Seen.AsAsync(page, "trial-call.fr.light.1280");
        Assert.True(await page.Locator(".talk .citizen").CountAsync() >= 4);
        Assert.Contains("chauffage", await page.InnerTextAsync(".talk"), StringComparison.Ordinal);
        await page.ClickAsync("text=Raccrocher");
        await page.WaitForSelectorAsync("text=L'appel est terminé.");
        var rows = await host.RowsAsync<long>("SELECT trial FROM conversation WHERE no = (SELECT MAX(no) FROM conversation WHERE trial = 1 AND channel = 'voice') AND ended_at IS NOT NULL");
        Assert.Equal([1L], rows);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Somebody_texts_and_reads_the_answer()
    {
        foreach (var (language, width, dark) in new[] { ("fr", 1280, false), ("en", 320, true) })
        {
            var page = await host.EnterAsync(StaffRoles.Staff, language, width, dark);
            await BeginAsync(page, "sms");
            await page.FillAsync("#body", language == "fr" ? "banque alimentaire Gaspé" : "food bank Gaspé");
            await page.ClickAsync(".phone button[type=submit]");
            Assert.Equal(1, await page.Locator(".talk .line").CountAsync());
            await Seen.AsAsync(page, $"trial-text.{language}.{(dark ? "dark" : "light")}.{width}");
            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task It_works_without_script()
    {
        var page = await host.EnterAsync(StaffRoles.Staff);
        await page.RouteAsync("**/console.js", route => route.AbortAsync());
        await BeginAsync(page, "voice");
        await page.ClickAsync(".keys button[value='1']");
        Assert.Equal(2, await page.Locator(".talk .citizen").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_trial_of_somebody_else_or_a_forged_one_is_not_found()
    {
        var page = await host.EnterAsync(StaffRoles.Staff);
        await BeginAsync(page, "voice");
        var address = new Uri(page.Url).PathAndQuery;
        Assert.Equal(200, (await host.GoAsync(page, address)).Status);
        Assert.Equal(404, (await host.GoAsync(page, address[..^6] + "AAAAAA")).Status);
        var other = await host.EnterAsync(StaffRoles.Coordinator);
        Assert.Equal(404, (await host.GoAsync(other, address)).Status);
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private async Task BeginAsync(IPage page, string channel)
    {
        await host.GoAsync(page, "/console/trial");
        await page.CheckAsync("input[name=who][value=new]");
        await page.ClickAsync($"button[name=channel][value={channel}]");
        await page.WaitForSelectorAsync(channel == "voice" ? "#now" : "#body");
    }
}
