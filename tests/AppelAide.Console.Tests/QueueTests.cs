using System.Net;
using System.Net.Http.Headers;
using AppelAide.Host.Staff;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>Voice messages and call-backs, as staff see to them.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class QueueTests(ConsoleHost host)
{
    private const string Naughty = "<script>alert('x')</script> \u202e ' OR 1=1 -- {{7*7}} <img src=x onerror=alert(1)>";

    private readonly SomeCalls some = new(host);

    [BrowserFact]
    public async Task A_voicemail_is_heard_and_the_call_back_noted()
    {
        var id = await some.WaitingAsync(promised: TimeProvider.System.GetUtcNow().AddHours(-2));
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, "/console/queue");
        var card = page.Locator($"li:has(a[href='/console/queue/{id}'])").First;
        Assert.Contains("En retard de 2 h", await card.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(", Gaspé", await card.InnerTextAsync(), StringComparison.Ordinal);
        // The browser plays the sound, in parts if it likes.
        var seconds = await card.Locator("audio").EvaluateAsync<double>(
            "async audio => { audio.preload = 'auto'; audio.load(); await new Promise((done, fail) => { audio.oncanplaythrough = done; audio.onerror = () => fail(audio.error.message); }); return audio.duration; }");
        Assert.Equal(1, seconds, 1);
        await Seen.NextAsync(card.GetByRole(AriaRole.Button, new() { Name = "Prendre" }));
        Assert.EndsWith($"/console/queue/{id}", page.Url, StringComparison.Ordinal);
        Assert.Contains("Ce rappel est à vous.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Montrer le numéro" }));
        Assert.Matches(@"418\u00A0556-\d{4}", await page.InnerTextAsync("dl"));
        await page.FillAsync("#note", "Sonné huit fois.");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "Noter un essai" }));
        Assert.Contains("1 essai sans réponse", await page.InnerTextAsync("dl"), StringComparison.Ordinal);
        await page.FillAsync("#note", Naughty);
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "C'est terminé" }));
        // Nothing was chosen: what was typed is still there.
        Assert.Contains("Choisissez comment", await page.InnerTextAsync(".error"), StringComparison.Ordinal);
        Assert.Equal(Naughty, await page.InputValueAsync("#note"));
        await page.SelectOptionAsync("#outcome", "helped");
        await Seen.NextAsync(page.GetByRole(AriaRole.Button, new() { Name = "C'est terminé" }));
        Assert.EndsWith("/console/queue", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator($"a[href='/console/queue/{id}']").CountAsync());

        await Seen.NextAsync(page.GetByRole(AriaRole.Link, new() { Name = "Terminés" }));
        await Seen.NextAsync(page.Locator($"a[href='/console/queue/{id}']").First);
        Assert.Contains(Naughty, await page.InnerTextAsync(".history"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        var audited = await host.RowsAsync<string>("SELECT action FROM audit_entry WHERE subject = (SELECT 'call ' || conversation_no FROM queue_item WHERE id = @Id) ORDER BY id", new { Id = id });
        Assert.Equal(["recording.play", "callback.take", "number.reveal", "callback.tried", "callback.done"], audited);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task What_one_took_another_sees_and_takes_over_knowingly_or_is_passed()
    {
        var id = await some.WaitingAsync(spoken: false, promised: TimeProvider.System.GetUtcNow().AddHours(3));
        var (first, second) = (await host.EnterAsync(StaffRoles.Staff), await host.EnterAsync(StaffRoles.Coordinator));
        await host.GoAsync(first, $"/console/queue/{id}");
        await host.GoAsync(second, $"/console/queue/{id}");
        await Seen.NextAsync(first.GetByRole(AriaRole.Button, new() { Name = "Je m'en occupe" }));
        await second.FillAsync("#note", "Elle m'a déjà parlé hier.");
        await Seen.NextAsync(second.GetByRole(AriaRole.Button, new() { Name = "Je m'en occupe" }));
        Assert.Contains("Camille staff l'a en main", await second.InnerTextAsync(".error"), StringComparison.Ordinal);
        Assert.Equal("Elle m'a déjà parlé hier.", await second.InputValueAsync("#note"));
        await Seen.AsAsync(second, "queue-taken.fr.light.1280");
        await second.CheckAsync("input[name=knowingly]");
        await Seen.NextAsync(second.GetByRole(AriaRole.Button, new() { Name = "Le reprendre" }));
        Assert.Contains("l'a repris à Camille staff", await second.InnerTextAsync(".history"), StringComparison.Ordinal);
        await second.SelectOptionAsync("#to", new SelectOptionValue { Label = "Camille staff" });
        await second.FillAsync("#note", "Elle préfère vous parler.");
        await Seen.NextAsync(second.GetByRole(AriaRole.Button, new() { Name = "Passer" }));
        await host.GoAsync(first, "/console/queue?who=mine");
        await Seen.NextAsync(first.Locator($"a[href='/console/queue/{id}']").First);
        Assert.Contains("Elle préfère vous parler.", await first.InnerTextAsync(".history"), StringComparison.Ordinal);

        // Both have it open; one notes a call, and the other's act is on what was.
        var (again, stale) = (await host.EnterAsync(StaffRoles.Staff), first);
        await host.GoAsync(again, $"/console/queue/{id}");
        await Seen.NextAsync(again.GetByRole(AriaRole.Button, new() { Name = "Noter un essai" }));
        await stale.FillAsync("#note", "Jointe à midi.");
        await stale.SelectOptionAsync("#outcome", "referred");
        await Seen.NextAsync(stale.GetByRole(AriaRole.Button, new() { Name = "C'est terminé" }));
        Assert.Contains("Quelqu'un d'autre vient de modifier", await stale.InnerTextAsync(".warning"), StringComparison.Ordinal);
        Assert.Equal("Jointe à midi.", await stale.InputValueAsync("#note"));
        await Seen.AsAsync(stale, "queue-changed.fr.light.1280");
        await stale.SelectOptionAsync("#outcome", "referred");
        await Seen.NextAsync(stale.GetByRole(AriaRole.Button, new() { Name = "C'est terminé" }));
        Assert.Equal("referred", Assert.Single(await host.RowsAsync<string>("SELECT outcome FROM queue_item WHERE id = @Id", new { Id = id })));
        foreach (var page in new[] { first, second, again }) await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_call_back_is_for_everybody()
    {
        var phone = "+14185569876";
        var id = await some.WaitingAsync(promised: TimeProvider.System.GetUtcNow().AddHours(1), phone: phone);
        await some.WaitingAsync(phone: phone, ago: TimeSpan.FromDays(3));
        await some.WaitingAsync(heard: Naughty);
        foreach (var address in new[] { "/console/queue", $"/console/queue/{id}" })
        {
            foreach (var (language, dark, width) in Looks.All)
            {
                var page = await host.EnterAsync(StaffRoles.Staff, language, width, dark);
                await host.GoAsync(page, address);
                await Seen.AsAsync(page, $"queue-{(address.EndsWith("queue", StringComparison.Ordinal) ? "full" : "item")}.{language}.{(dark ? "dark" : "light")}.{width}");
                await page.Context.CloseAsync();
            }
        }
    }

    [Fact]
    public async Task A_sound_is_for_staff_in_parts_and_heard_once_in_the_audit_log()
    {
        var item = await some.WaitingAsync();
        var id = Assert.Single(await host.RowsAsync<long>("SELECT id FROM recording WHERE conversation_no = (SELECT conversation_no FROM queue_item WHERE id = @Item)", new { Item = item }));
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        var whole = await client.GetByteArrayAsync(new Uri($"/console/recordings/{id}", UriKind.Relative));
        Assert.Equal(SomeCalls.Tone(), whole);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/console/recordings/{id}") { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("audio/wav", part.Content.Headers.ContentType!.MediaType);
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Single(await host.RowsAsync<long>(
            "SELECT id FROM audit_entry WHERE action = 'recording.play' AND subject = (SELECT 'call ' || conversation_no FROM queue_item WHERE id = @Item)", new { Item = item }));
        using var none = await client.GetAsync(new Uri("/console/recordings/99999999", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var listener = await Clients.SignInAsync(host, StaffRoles.Listener);
        using var refused = await listener.GetAsync(new Uri($"/console/recordings/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var nobody = Clients.New(host);
        using var sent = await nobody.GetAsync(new Uri($"/console/recordings/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
    }

    [Theory]
    [InlineData("/console/queue/99999999")]
    [InlineData("/console/queue/abc")]
    [InlineData("/console/messages/99999999")]
    public async Task What_is_guessed_is_not_there(string address)
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("after=1.2.3")]
    [InlineData("after=-1.9")]
    [InlineData("after=999999999999999999999.1&state=done")]
    [InlineData("who=%00&state=%F0%9F%92%A9&after=%27")]
    public async Task A_strange_address_is_a_page_all_the_same(string query)
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        foreach (var page in new[] { "queue", "messages" })
        {
            using var answer = await client.GetAsync(new Uri($"/console/{page}?{query}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
