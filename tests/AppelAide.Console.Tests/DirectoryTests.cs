using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>A coordinator keeps the directory right.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class DirectoryTests(ConsoleHost host)
{
    private const string Lunch = "/console/directory/services/carrefour-du-havre-2";
    private const string Heating = "/console/directory/services/maison-du-quai-1";
    private const string Roof = "/console/directory/services/maison-du-quai-2";
    private const string Hours = "input[name^='hours:'][name$='/hours']";

    [BrowserFact]
    public async Task A_coordinator_changes_hours_hears_them_and_takes_them_back()
    {
        var page = await host.EnterAsync(StaffRoles.Coordinator);
        await host.GoAsync(page, "/console/directory?q=diner+mercredi");
        await page.ClickAsync("ol.found a");
        await page.ClickAsync("a.button:has-text('Modifier')");
        var before = await page.InputValueAsync(Hours);
        await page.FillAsync(Hours, "quand on peut");
        await page.ClickAsync("form.record button[type=submit]");
        await Assertions.Expect(page.Locator("p.error").Nth(1)).ToContainTextAsync("ne se lisent pas");
        Assert.Equal("quand on peut", await page.InputValueAsync(Hours));
        await page.FillAsync(Hours, "24/7");
        await page.ClickAsync("form.record button[type=submit]");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("la ligne le dit dès maintenant");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ouvert jour et nuit");
        Assert.Equal("yes", Told("carrefour-du-havre-2")["always"]);
        await Seen.AsAsync(page, "directory-edited");

        await page.ClickAsync("button:has-text('Défaire ce changement')");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("défait");
        Assert.Equal("", Told("carrefour-du-havre-2")["always"]);
        await Assertions.Expect(page.Locator("#history ~ details").Nth(1)).ToContainTextAsync("24/7");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(before);
        var audit = await host.RowsAsync<string>("SELECT action FROM audit_entry WHERE subject = 'service carrefour-du-havre-2' ORDER BY id");
        Assert.Equal(["record.edit", "record.undo"], audit);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_second_of_two_editors_is_shown_the_difference_and_keeps_what_was_typed()
    {
        var (first, second) = (await host.EnterAsync(StaffRoles.Coordinator), await host.EnterAsync(StaffRoles.Administrator));
        await host.GoAsync(first, Heating + "/edit");
        await host.GoAsync(second, Heating + "/edit");
        await first.FillAsync("input[name='record/email']", "chauffage@exemple.org");
        await first.FillAsync("textarea[name='record/alert_fr']", "Fermé le 24.");
        await first.ClickAsync("form.record button[type=submit]");
        await second.FillAsync("textarea[name='record/alert_fr']", "Fermé le 25.");
        await second.ClickAsync("form.record button[type=submit]");
        var differences = second.Locator(".warning table");
        await Assertions.Expect(differences).ToContainTextAsync("Fermé le 24.");
        await Assertions.Expect(differences).ToContainTextAsync("Fermé le 25.");
        Assert.Equal("Fermé le 25.", await second.InputValueAsync("textarea[name='record/alert_fr']"));
        Assert.Equal("chauffage@exemple.org", await second.InputValueAsync("input[name='record/email']"));
        await Seen.AsAsync(second, "directory-two-editors");
        await second.ClickAsync("form.record button[type=submit]");
        await Assertions.Expect(second.Locator(".notice[role=status]")).ToContainTextAsync("la ligne le dit");
        Assert.Equal("Fermé le 25.", Told("maison-du-quai-1")["alert.fr"]);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_coordinator_says_what_a_service_is_found_under_in_which_languages_and_what_to_bring()
    {
        var page = await host.EnterAsync(StaffRoles.Coordinator);
        await host.GoAsync(page, Roof + "/edit");
        // The families of what is checked are open, the others wait.
        await Assertions.Expect(page.Locator(".families details[open] input:checked")).ToHaveCountAsync(2);
        await page.UncheckAsync("input[name='needs/tenant-rights']");
        await page.ClickAsync(".families summary:has-text('Transport')");
        await page.CheckAsync("input[name='needs/transport']");
        await Seen.AsAsync(page, "directory-needs");
        await page.SetViewportSizeAsync(320, 900);
        await Seen.AsAsync(page, "directory-needs-narrow");
        await page.SetViewportSizeAsync(1280, 900);
        await page.CheckAsync("input[name='languages/mic']");
        await page.UncheckAsync("input[name='languages/en']");
        await page.FillAsync("textarea[name^='bring:'][name$='/document_fr']", "votre bail");
        await page.ClickAsync("form.record button[type=submit]");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("la ligne le dit dès maintenant");
        Assert.Equal(("find-housing transport", "fr mic", "votre bail"), Now());
        Assert.Equal(
            ["Besoin|Droits des locataires|(vide)", "Besoin|(vide)|Transport", "Langue|anglais|(vide)", "Langue|(vide)|mi'kmaq", "À apporter, en français|une preuve de revenu|votre bail"],
            (await page.Locator("#history ~ details").First.Locator("tbody tr").AllInnerTextsAsync()).Select(row => row.Replace('\t', '|')));

        await page.ClickAsync("button:has-text('Défaire ce changement')");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("défait");
        Assert.Equal(("find-housing tenant-rights", "en fr", "une preuve de revenu"), Now());
        await page.Context.CloseAsync();

        (string, string, string) Now()
        {
            var service = host.Services.GetRequiredService<DirectorySource>().Current.AllServices.Single(entry => entry.Id == "maison-du-quai-2");
            return (string.Join(' ', service.Needs.Order(StringComparer.Ordinal)), string.Join(' ', service.Languages.Order(StringComparer.Ordinal)), service.Bring.Fr);
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_changes_once()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        var editor = host.Services.GetRequiredService<RecordEditor>();
        var which = new HistoryPage(HistoryPage.Organization, "maison-du-quai");
        var sheet = (await editor.ReadAsync(which, "fr", default))!;
        (string, string)[] form = [("once", Guid.NewGuid().ToString("N")), ("version", sheet.Version), ("record/website", "https://quai.exemple.org"), .. sheet.Values().Select(value => ("was:" + value.Key, value.Value))];
        for (var i = 0; i < 2; i++)
        {
            using var answer = await client.PostFormAsync("/console/directory/organizations/maison-du-quai/edit", form);
            Assert.Equal((HttpStatusCode.Found, "/console/directory/organizations/maison-du-quai"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        Assert.Single(await editor.HistoryAsync(which, 0, 10, default));
    }

    [Fact]
    public async Task Boxes_that_are_not_sent_are_unchecked_only_when_the_form_has_them()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        var editor = host.Services.GetRequiredService<RecordEditor>();
        var which = new HistoryPage(HistoryPage.Service, "carrefour-du-havre-3");
        var sheet = (await editor.ReadAsync(which, "fr", default))!;
        List<(string, string)> form = [("version", sheet.Version), ("record/email", "havre@exemple.org"), .. sheet.Values().Select(value => ("was:" + value.Key, value.Value))];
        using var unknown = await client.PostFormAsync("/console/directory/services/carrefour-du-havre-3/edit", [("once", "a"), ("needs/<b>", "yes"), .. form]);
        Assert.Contains("La ligne ne connaît pas un des besoins cochés", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var without = await client.PostFormAsync("/console/directory/services/carrefour-du-havre-3/edit", [("once", "b"), .. form]);
        Assert.Equal(HttpStatusCode.Found, without.StatusCode);
        Assert.All((await editor.ReadAsync(which, "fr", default))!.Groups.Where(group => group.IsBoxes), group => Assert.NotEmpty(group.Rows));
        form[0] = ("version", (await editor.ReadAsync(which, "fr", default))!.Version);
        form[form.FindIndex(field => field.Item1 == "was:record/email")] = ("was:record/email", "havre@exemple.org");
        using var with = await client.PostFormAsync("/console/directory/services/carrefour-du-havre-3/edit", [("once", "c"), ("boxes", "languages"), .. form]);
        Assert.Equal(HttpStatusCode.Found, with.StatusCode);
        Assert.Equal([false, true], (await editor.ReadAsync(which, "fr", default))!.Groups.Where(group => group.IsBoxes).Select(group => group.Rows.IsEmpty));
    }

    [Fact]
    public async Task What_is_no_record_is_not_found_and_a_listener_changes_nothing()
    {
        using var listener = await Clients.SignInAsync(host, StaffRoles.Listener);
        foreach (var address in (string[])["/console/directory/services/nothing", "/console/directory/places/03005", "/console/trainings/nothing", "/console/directory/organizations/..%2F..", "/console/directory/services/'%20OR%201=1"])
            Assert.Equal(HttpStatusCode.NotFound, (await listener.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        using var undo = await listener.PostFormAsync(Lunch, [("number", "1")], "Undo");
        Assert.Equal(HttpStatusCode.Forbidden, undo.StatusCode);
        using var settle = await listener.PostFormAsync("/console/directory/reports", [("id", "1")]);
        Assert.Equal(HttpStatusCode.Forbidden, settle.StatusCode);
        using var cancel = await listener.PostFormAsync("/console/trainings/vague-tablet-3", [("note_fr", "Non")], "Cancel");
        Assert.Equal(HttpStatusCode.Forbidden, cancel.StatusCode);
    }

    [Fact]
    public async Task Names_that_would_be_markup_are_shown_as_text()
    {
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../../shared/data/naughty/blns.json"));
        string[] naughty = File.Exists(path) ? JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(path))! : ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE service; --"];
        var editor = host.Services.GetRequiredService<RecordEditor>();
        var which = new HistoryPage(HistoryPage.Organization, "carrefour-du-havre");
        using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
        foreach (var text in naughty.Where(text => text.Length is > 0 and < 300 && (text.Contains('<') || text.Contains('"') || text.Contains("\u202E"))).Where((_, i) => i % 6 == 0))
        {
            var sheet = (await editor.ReadAsync(which, "fr", default))!;
            var outcome = await editor.SaveAsync(which, new(sheet.Version, new Dictionary<string, string> { ["record/description_fr"] = text }, sheet.Values()), "fr", text, null, default);
            if (outcome.Status != EditStatus.Saved) continue;
            var said = (await editor.ReadAsync(which, "fr", default))!.Values()["record/description_fr"];
            var page = await client.GetStringAsync(new Uri("/console/directory/organizations/carrefour-du-havre", UriKind.Relative));
            Assert.Contains(said, WebUtility.HtmlDecode(page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
            if (said.Contains('<')) Assert.DoesNotContain(said, page, StringComparison.Ordinal);
        }
    }

    private ImmutableDictionary<string, string> Told(string service)
    {
        var lookup = host.Services.GetServices<ILookup>().Single(lookup => lookup.Signature.Name == "services.near");
        var snapshot = host.Services.GetRequiredService<DirectorySource>().Current;
        var found = snapshot.AllServices.Single(entry => entry.Id == service);
        for (var skip = 0; ; skip++)
        {
            var answer = lookup.Answer(
                new Question(QuestionKind.Lookup, "services.near", ImmutableDictionary<string, string>.Empty.Add("place", found.Sites[0].Location!.PlaceId).Add("need", found.Needs[0]).Add("skip", $"{skip}")),
                new CallerContext(1, 1, "fr", Channel.Voice, "", TimeProvider.System.GetUtcNow()));
            if (answer.IsEmpty || answer["id"] == service) return answer;
        }
    }
}
