using System.Net;
using AppelAide.Host.Staff;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>The outbox, and bulletins from the first word to the last message.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MessageTests(ConsoleHost host)
{
    private const string Naughty = "<b onmouseover=alert(1)>Fête</b> <script>1</script>";

    private readonly SomeCalls some = new(host);

    [BrowserFact]
    public async Task A_message_is_found_read_and_cancelled()
    {
        var id = await some.MessageAsync(Naughty);
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, "/console/messages");
        await page.SelectOptionAsync("#state", "due");
        await page.SelectOptionAsync("#purpose", "reminder");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Filtrer" }));
        Assert.Contains("state=due", page.Url, StringComparison.Ordinal);
        Assert.Equal("due", await page.InputValueAsync("#state"));
        await Seen.NextAsync(page.Locator($"a[href='/console/messages/{id}']"));
        Assert.Contains(Naughty, await page.InnerTextAsync("blockquote"), StringComparison.Ordinal);
        foreach (var (language, dark, width) in Looks.All)
        {
            var look = await host.EnterAsync(StaffRoles.Staff, language, width, dark);
            await host.GoAsync(look, $"/console/messages/{id}");
            await Seen.AsAsync(look, $"message.{language}.{(dark ? "dark" : "light")}.{width}");
            await host.GoAsync(look, "/console/messages");
            await Seen.AsAsync(look, $"messages-full.{language}.{(dark ? "dark" : "light")}.{width}");
            await look.Context.CloseAsync();
        }

        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Ne pas l'envoyer" }));
        Assert.Contains("Ce message ne sera pas envoyé.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Annulé par le personnel", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".danger").CountAsync());
        Assert.Single(await host.RowsAsync<long>("SELECT id FROM audit_entry WHERE action = 'message.cancel' AND subject = @Subject", new { Subject = $"message {id}" }));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_bulletin_is_written_checked_tested_scheduled_and_cancelled()
    {
        var page = await host.EnterAsync(StaffRoles.Coordinator);
        await host.GoAsync(page, "/console/messages/bulletins");
        await Seen.NextAsync(page.GetByRole(AriaRole.Link, new() { Name = "Écrire un bulletin" }));
        await page.FillAsync("#places", "Saint-Siméon\nGaspé");
        await page.FillAsync("#fr", new string('a', 400));
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Garder le brouillon" }));
        var said = await page.InnerTextAsync("main");
        await Seen.AsAsync(page, "bulletin-mistakes.fr.light.1280");
        foreach (var mistake in new[] { "Choisissez un sujet.", "de trop pour 2 segments", "Le texte anglais n'a aucun mot", "« Saint-Siméon » peut être" })
            Assert.Contains(mistake, said, StringComparison.Ordinal);
        await Seen.AsAsync(page, "bulletin-mistakes.fr.light.1280");

        await page.SelectOptionAsync("#topic", "news");
        await page.FillAsync("#places", "Gaspé");
        await page.FillAsync("#fr", $"Réunion du conseil mardi à 19 h. {Naughty}");
        await page.FillAsync("#en", "Council meeting Tuesday at 7 pm.");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }));
        said = await page.InnerTextAsync("main");
        Assert.Contains("Ligne AppelAide: Réunion du conseil mardi à 19 h.", said, StringComparison.Ordinal);
        Assert.Contains("1 texto facturé", said, StringComparison.Ordinal);
        Assert.Contains("Coût, environ", said, StringComparison.Ordinal);
        await Seen.AsAsync(page, "bulletin-check.fr.light.1280");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Garder le brouillon" }));
        Assert.Matches("/console/messages/bulletins/[0-9]+$", page.Url);
        Assert.Equal(0, await page.Locator("main script, main b").CountAsync());
        var address = new Uri(page.Url).AbsolutePath;
        foreach (var (language, dark, width) in Looks.All)
        {
            var look = await host.EnterAsync(StaffRoles.Coordinator, language, width, dark);
            await host.GoAsync(look, address);
            await Seen.AsAsync(look, $"bulletin.{language}.{(dark ? "dark" : "light")}.{width}");
            await look.Context.CloseAsync();
        }

        // Two write at once: the second is shown what the first wrote, and loses nothing.
        var other = await host.EnterAsync(StaffRoles.Administrator);
        await host.GoAsync(other, address.Replace("bulletins/", "bulletins/write/", StringComparison.Ordinal));
        await Seen.NextAsync(page.GetByRole(AriaRole.Link, new() { Name = "Réécrire" }));
        await page.FillAsync("#en", "Council meeting Tuesday at 8 pm.");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Garder le brouillon" }));
        await other.FillAsync("#en", "The council meets on Tuesday.");
        await Seen.NextAsync(other.GetByRole(AriaRole.Button, new() { Name = "Garder le brouillon" }));
        said = await other.InnerTextAsync(".warning");
        Assert.Contains("Tuesday at 8 pm", said, StringComparison.Ordinal);
        Assert.Equal("The council meets on Tuesday.", await other.InputValueAsync("#en"));
        await Seen.AsAsync(other, "bulletin-differences.fr.light.1280");
        await Seen.NextAsync(other.GetByRole(AriaRole.Button, new() { Name = "Garder le brouillon" }));
        await other.Context.CloseAsync();

        await host.GoAsync(page, address);
        Assert.Contains("The council meets", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("#phone", "555");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "M'envoyer les deux textos" }));
        Assert.Contains("comme 418 555-0142", await page.InnerTextAsync("#phone-error"), StringComparison.Ordinal);
        await page.FillAsync("#phone", "418 555-0142");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "M'envoyer les deux textos" }));
        Assert.Equal(2, (await host.RowsAsync<long>("SELECT id FROM outbox_message WHERE purpose = 'test'")).Count);

        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "prévoir" }));
        Assert.Contains("Choisissez quand il part.", await page.InnerTextAsync("#send-error"), StringComparison.Ordinal);
        await page.CheckAsync("input[value=at]");
        await page.FillAsync("#at", "9999-12-31T10:00");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "prévoir" }));
        Assert.Contains("vérifiez l'année", await page.InnerTextAsync("#send-error"), StringComparison.Ordinal);
        await page.FillAsync("#at", "");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "prévoir" }));
        Assert.Contains("Écrivez la date", await page.InnerTextAsync("#send-error"), StringComparison.Ordinal);
        await page.FillAsync("#at", TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'10:00", System.Globalization.CultureInfo.InvariantCulture));
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "prévoir" }));
        Assert.Contains("prévu", await page.InnerTextAsync(".tag"), StringComparison.Ordinal);
        // A colleague whose page is older wants it now: nothing changes, and they are told.
        using (var late = await Clients.SignInAsync(host, StaffRoles.Coordinator))
        {
            using var answer = await late.PostFormAsync(address, [("version", "3"), ("when", "now")], "Schedule");
            Assert.Contains("Quelqu'un l'avait déjà prévu", WebUtility.HtmlDecode(await late.GetStringAsync(new Uri(address, UriKind.Relative))), StringComparison.Ordinal);
        }

        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Annuler ce bulletin" }));
        Assert.Contains("annulé", await page.InnerTextAsync(".tag"), StringComparison.Ordinal);
        var id = address.Split('/')[^1];
        Assert.Equal(
            ["bulletin.write", "bulletin.write", "bulletin.write", "bulletin.test", "bulletin.schedule", "bulletin.cancel"],
            await host.RowsAsync<string>("SELECT action FROM audit_entry WHERE subject = @Subject ORDER BY id", new { Subject = $"bulletin {id}" }));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_bulletin()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        var word = Guid.NewGuid().ToString("N");
        (string, string)[] form = [("once", word), ("version", "0"), ("topic", "training"), ("places", ""), ("fr", $"Deux fois {word}"), ("en", "Twice")];
        for (var i = 0; i < 2; i++)
        {
            using var answer = await client.PostFormAsync("/console/messages/bulletins/write", form, "Save");
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        Assert.Single(await host.RowsAsync<long>("SELECT id FROM bulletin WHERE body_fr = @Body", new { Body = $"Deux fois {word}" }));
    }
}
