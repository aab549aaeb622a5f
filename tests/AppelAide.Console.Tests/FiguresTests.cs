using AppelAide.Host.Staff;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>How the line does, as staff see it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class FiguresTests(ConsoleHost host)
{
    private static readonly string[] All = ["/console/figures", "/console/figures/needs", "/console/figures/prompts", "/console/figures/dialogues", "/console/figures/dialogues/aide", "/console/figures/dialogues/accueil"];

    [BrowserFact]
    public async Task Pages_with_figures_are_for_everybody_and_print()
    {
        await CountedCalls.MakeAsync(host);
        foreach (var (language, dark, width) in Looks.All)
        {
            var page = await host.EnterAsync(StaffRoles.Listener, language, width, dark);
            foreach (var address in All)
            {
                await host.GoAsync(page, address);
                var name = $"full-{address.Trim('/').Replace('/', '-')}.{language}.{(dark ? "dark" : "light")}.{width}";
                await Seen.AsAsync(page, name);
                if (language != "fr" || dark) continue;
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".print.png"), FullPage = true });
                await page.EmulateMediaAsync(new() { Media = Media.Screen });
            }

            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task Somebody_finds_where_people_give_up()
    {
        await CountedCalls.MakeAsync(host);
        var page = await host.EnterAsync(StaffRoles.Listener);
        await host.GoAsync(page, "/console");
        await page.ClickAsync("nav a[href='/console/figures']");
        await page.ClickAsync("text=Parcours");
        await page.Locator("tbody th a").First.ClickAsync();
        Assert.Contains("/console/figures/dialogues/", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("svg.graph[role=img]").CountAsync());
        Assert.True(await page.Locator("svg.graph .box").CountAsync() > 3);
        Assert.True(await page.Locator("section[aria-labelledby=ways] tbody tr").CountAsync() > 2);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("fr", "Parcours : Accueil", "Premier accueil", "Accueil : Premier accueil", "Trouver de l&#x27;aide")]
    [InlineData("en", "Path: Welcome", "First welcome", "Welcome: First welcome", "Finding help")]
    public async Task Steps_have_one_name_in_the_language_of_the_page(string language, string title, string step, string question, string other)
    {
        await CountedCalls.MakeAsync(host);
        using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
        client.DefaultRequestHeaders.Add("Cookie", $"appelaide-language={language}");
        var drawing = await client.GetStringAsync("/console/figures/dialogues/accueil");
        Assert.Contains($"<h1>{title}</h1>", drawing, StringComparison.Ordinal);
        Assert.Contains($"<title>{step}\n", drawing, StringComparison.Ordinal);
        Assert.Contains($">{step} <span", drawing, StringComparison.Ordinal);
        Assert.DoesNotContain(">premier", drawing, StringComparison.Ordinal);
        Assert.Contains($">{question}</a>", await client.GetStringAsync("/console/figures/prompts"), StringComparison.Ordinal);
        Assert.Contains($">{other}</a>", await client.GetStringAsync("/console/figures/dialogues"), StringComparison.Ordinal);
        var log = await client.GetStringAsync("/console/calls");
        Assert.Contains($">{step}</option>", log, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_period_stays_in_the_address_and_goes_with_the_links()
    {
        await CountedCalls.MakeAsync(host);
        var page = await host.EnterAsync(StaffRoles.Listener);
        await host.GoAsync(page, "/console/figures");
        await page.FillAsync("#from", "2026-01-07");
        await page.FillAsync("#to", "2026-01-14");
        await page.ClickAsync("form[action='/console/figures'] button");
        Assert.Contains("from=2026-01-07&to=2026-01-14", page.Url, StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator("section[aria-labelledby=weeks] tbody tr").CountAsync());
        await page.ClickAsync(".tabs >> text=Besoins");
        Assert.Contains("from=2026-01-05&to=2026-01-18", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_place_and_a_need_have_their_own_figures()
    {
        await CountedCalls.MakeAsync(host);
        var page = await host.EnterAsync(StaffRoles.Listener);
        await host.GoAsync(page, "/console/figures");
        var place = page.Locator("section[aria-labelledby=places] tbody th a").First;
        var name = await place.InnerTextAsync();
        await place.ClickAsync();
        Assert.Contains(name, await page.InnerTextAsync("#weeks"), StringComparison.Ordinal);
        await host.GoAsync(page, "/console/figures/needs");
        var need = page.Locator("section[aria-labelledby=needs] tbody th a").First;
        var wanted = await need.InnerTextAsync();
        await need.ClickAsync();
        Assert.Contains(wanted, await page.InnerTextAsync("#places"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/console/figures?from=nonsense&to=2026-99-99")]
    [InlineData("/console/figures?from=0001-01-01&to=9999-12-31")]
    [InlineData("/console/figures?place=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/console/figures/needs?need=%22%3E%3Cb%3E&place=")]
    [InlineData("/console/figures/prompts?channel=x&spoken=y")]
    public async Task Whatever_the_address_holds_the_page_is_made(string address)
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
        using var answer = await client.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialogue_that_never_was_is_not_found()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
        using var answer = await client.GetAsync("/console/figures/dialogues/nowhere");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
