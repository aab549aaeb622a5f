using System.Net;
using AppelAide.Host.Staff;

namespace AppelAide.Console.Tests;

/// <summary>The accounts, as whoever keeps them does it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AccountTests(ConsoleHost host)
{
    [BrowserFact]
    public async Task An_administrator_gives_a_new_link_closes_an_account_and_opens_it_again()
    {
        var email = $"{Guid.NewGuid():N}@exemple.test";
        await host.AddAsync(StaffRoles.Staff, email, "Luc Parti");
        var page = await host.EnterAsync(StaffRoles.Administrator);
        await host.GoAsync(page, "/console/staff");
        await Seen.NextAsync(page.Locator("tr:has-text('Luc Parti') button:has-text('Nouveau lien')"));
        var link = new Uri(await page.InnerTextAsync(".notice code"));
        await Seen.NextAsync(page.Locator("tr:has-text('Luc Parti') button:has-text('Fermer')"));
        Assert.Contains("fermé", await page.InnerTextAsync("tr:has-text('Luc Parti')"), StringComparison.Ordinal);
        using (var stranger = Clients.New(host))
        {
            using var answer = await stranger.GetAsync(link.AbsolutePath);
            Assert.Contains("Ce lien n'ouvre plus rien", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        await Seen.NextAsync(page.Locator("tr:has-text('Luc Parti') button:has-text('Rouvrir')"));
        Assert.DoesNotContain("fermé", await page.InnerTextAsync("tr:has-text('Luc Parti')"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
