using AppelAide.Host.Staff;

namespace AppelAide.Console.Tests;

/// <summary>The first page: who is on the line, and what waits.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class TodayTests(ConsoleHost host)
{
    [BrowserFact]
    public async Task A_call_is_seen_while_it_lasts_without_loading_the_page_again()
    {
        var page = await host.EnterAsync(StaffRoles.Listener);
        await host.GoAsync(page, "/console");
        await using var call = await LinePhone.CallAsync(host, "+14185550161");
        // The script asks every five seconds; without it, the page is right when it is loaded again.
        await page.WaitForSelectorAsync("#live td:has-text('•••-••61')", new() { Timeout = 30_000 });
        Assert.DoesNotContain("5550161", await page.ContentAsync(), StringComparison.Ordinal);
        await Seen.AsAsync(page, "console-live.fr.light.1280");
        await call.HangUpAsync();
        await host.GoAsync(page, "/console");
        Assert.Equal(0, await page.Locator("#live td:has-text('•••-••61')").CountAsync());
    }
}
