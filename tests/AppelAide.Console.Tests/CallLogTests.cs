using System.Net;
using System.Text;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Recordings;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>What staff do with the call log.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CallLogTests(ConsoleHost host)
{
    private readonly HeldCalls calls = new(host);

    [BrowserFact]
    public async Task Somebody_finds_the_call_that_was_given_up_yesterday_and_sees_at_which_step()
    {
        var no = await AbandonedAsync(-1);
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, "/console");
        await page.ClickAsync("nav >> text=Appels et textos");
        await page.ClickAsync("text=Abandonnés hier");
        Assert.Contains("outcome=abandoned", page.Url, StringComparison.Ordinal);
        var row = page.Locator($"tr:has(a[href='/console/calls/{no}'])");
        Assert.Contains("Le lieu : Où habitez-vous", await row.InnerTextAsync(), StringComparison.Ordinal);
        await Seen.AsAsync(page, "calls-abandoned.fr.light.1280");
        await row.Locator("a").ClickAsync();
        var text = await page.InnerTextAsync("main");
        Assert.Contains("Abandonné à", text, StringComparison.Ordinal);
        Assert.Contains("Le lieu : Où habitez-vous", text, StringComparison.Ordinal);
        Assert.Contains("a raccroché ici", text, StringComparison.Ordinal);
        Assert.Contains("brouhaha", text, StringComparison.Ordinal);
        Assert.Single(await host.RowsAsync<string>("SELECT who FROM audit_entry WHERE action = 'call.open' AND subject = @Subject", new { Subject = $"call {no}" }));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Somebody_notes_and_tags_a_call_and_finds_it_again_by_both()
    {
        var no = await AbandonedAsync(-2);
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, $"/console/calls/{no}");
        await page.FillAsync("#note", "Rappelée : elle cherchait un <b>défibrillateur</b>.");
        await page.ClickAsync("text=Ajouter la note");
        await page.WaitForSelectorAsync(".note");
        Assert.Contains("<b>défibrillateur</b>", await page.InnerTextAsync(".note"), StringComparison.Ordinal);
        await page.FillAsync("#tag", "À Rappeler bientôt");
        await page.ClickAsync("text=Mettre");
        await page.ClickAsync("a.tag >> text=à rappeler bientôt");
        Assert.Equal(1, await page.Locator($"a[href='/console/calls/{no}']").CountAsync());
        await host.GoAsync(page, "/console/calls?words=defibrillateurs");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.ClickAsync($"a[href='/console/calls/{no}']");
        await page.ClickAsync("text=Enlever");
        Assert.Equal(0, await page.Locator(".tags li").CountAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_call_looks_like_a_conversation_on_a_wide_page()
    {
        var no = await calls.CallAsync(HeldCalls.NewPhone(), new DigitsInput("1"));
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, $"/console/calls/{no}");
        Assert.Equal("none", await page.Locator(".turns").EvaluateAsync<string>("list => getComputedStyle(list).listStyleType"));
        Assert.NotEqual("0px", await page.Locator(".bubble").First.EvaluateAsync<string>("bubble => getComputedStyle(bubble).borderTopWidth"));
        var (talk, beside) = ((await page.Locator(".call > section").BoundingBoxAsync())!, (await page.Locator(".call > .beside").BoundingBoxAsync())!);
        Assert.True(beside.X >= talk.X + talk.Width, "what a call led to stands beside it");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_number_is_shown_to_staff_is_noted_and_is_refused_to_a_listener()
    {
        var phone = HeldCalls.NewPhone();
        var no = await calls.CallAsync(phone, new DigitsInput("1"));
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, $"/console/calls/{no}");
        Assert.DoesNotContain(phone[5..8] + "-", await page.InnerTextAsync("#telephone"), StringComparison.Ordinal);
        await page.ClickAsync("text=Montrer le numéro");
        Assert.Equal($"{phone[2..5]}\u00A0{phone[5..8]}-{phone[8..]}", await page.InnerTextAsync("#telephone"));
        Assert.Single(await host.RowsAsync<string>("SELECT who FROM audit_entry WHERE action = 'number.reveal' AND subject = @Subject", new { Subject = $"call {no}" }));
        await page.Context.CloseAsync();

        using var listener = await Clients.SignInAsync(host, StaffRoles.Listener);
        var seen = await listener.GetStringAsync(new Uri($"/console/calls/{no}", UriKind.Relative));
        Assert.DoesNotContain("Montrer le numéro", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(phone[8..], seen, StringComparison.Ordinal);
        foreach (var handler in new[] { "Reveal", "Note", "Tag", "Untag", "Transcript" })
        {
            // A listener's page has no form: the token is another's.
            var token = Clients.TokenOf(await listener.GetStringAsync(new Uri("/console/account", UriKind.Relative)));
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("note", "x"), KeyValuePair.Create("tag", "x"), KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var refused = await listener.PostAsync(new Uri($"/console/calls/{no}?handler={handler}", UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var export = await listener.GetAsync(new Uri("/console/calls/export", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);
    }

    [Fact]
    public async Task An_export_is_what_is_filtered_masked_and_safe_in_a_spreadsheet()
    {
        var phone = HeldCalls.NewPhone();
        var no = await calls.CallAsync(phone, new DigitsInput("1"));
        using var staff = await Clients.SignInAsync(host, StaffRoles.Staff);
        using var answer = await staff.GetAsync(new Uri("/console/calls/export?outcome=abandoned&trials=no", UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("numéro;date;heure;par;", lines[0], StringComparison.Ordinal);
        var line = Assert.Single(lines, line => line.StartsWith($"{no};", StringComparison.Ordinal));
        Assert.Contains($";…{phone[^2..]};", line, StringComparison.Ordinal);
        Assert.All(lines[1..], one => Assert.Contains(";Abandonné;", one, StringComparison.Ordinal));
        Assert.DoesNotContain(phone[^7..], Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.All(lines, one => Assert.All(one.Split(';'), cell => Assert.False(cell.TrimStart('"') is ['=' or '+' or '-' or '@' or '\t', ..], cell)));
        Assert.Contains("outcome=abandoned trials=no", await host.RowsAsync<string>("SELECT subject FROM audit_entry WHERE action = 'calls.export'"));
    }

    [BrowserFact]
    public async Task Of_two_who_write_a_recording_down_the_second_sees_both_and_loses_nothing()
    {
        var no = await calls.CallAsync(HeldCalls.NewPhone(), new DigitsInput("0"), new DialEndedInput(false, 0));
        var recording = await calls.RecordAsync(no);
        await host.Services.GetRequiredService<SoundStore>().KeepAsync(recording, "audio/wav", [1, 2, 3], TimeProvider.System.GetUtcNow());
        await calls.MoveAsync(no, -3);
        var (one, other) = (await host.EnterAsync(StaffRoles.Staff), await host.EnterAsync(StaffRoles.Coordinator));
        await host.GoAsync(one, $"/console/calls/{no}");
        await host.GoAsync(other, $"/console/calls/{no}");
        await one.FillAsync($"#words-{recording}", "Bonjour, c'est Rose Roy.");
        await one.ClickAsync("text=Enregistrer la transcription");
        await one.WaitForSelectorAsync(".notice");
        await other.FillAsync($"#words-{recording}", "Bonjour, c'est Rosa Roy.");
        await other.ClickAsync("text=Enregistrer la transcription");
        await other.WaitForSelectorAsync(".warning");
        Assert.Contains("Rose Roy", await other.InnerTextAsync(".warning"), StringComparison.Ordinal);
        Assert.Equal("Bonjour, c'est Rosa Roy.", await other.InputValueAsync($"#words-{recording}"));
        await other.ClickAsync("text=Enregistrer la transcription");
        await other.WaitForSelectorAsync(".notice");
        Assert.Equal(["Bonjour, c'est Rose Roy.", "Bonjour, c'est Rosa Roy."], await host.RowsAsync<string>("SELECT words FROM recording_transcript WHERE recording_id = @Id ORDER BY version", new { Id = recording }));
        await one.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_call_is_for_everybody_to_read()
    {
        var phone = HeldCalls.NewPhone();
        await calls.MoveAsync(await calls.CallAsync(phone, new DigitsInput("1")), -8);
        var no = await calls.CallAsync(
            phone, new DigitsInput("1"), new SpeechInput("gaspé", 0.91), new DigitsInput("1"), new SilenceInput(), new SpeechInput("euh la suivante", 0.55), new DigitsInput("1"), new SpeechInput("Rose Roy", 0.7));
        await calls.RecordAsync(no);
        await calls.MoveAsync(no, -4);
        await calls.CallAsync(phone, new SpeechInput("j'ai besoin de manger", 0.8));
        foreach (var (language, dark, width) in Looks.All)
        {
            var page = await host.EnterAsync(StaffRoles.Staff, language, width, dark);
            await host.GoAsync(page, $"/console/calls/{no}");
            await Seen.AsAsync(page, $"call.{language}.{(dark ? "dark" : "light")}.{width}");
            await page.Context.CloseAsync();
        }

        var neighbours = await host.EnterAsync(StaffRoles.Listener);
        await host.GoAsync(neighbours, $"/console/calls/{no}");
        await neighbours.ClickAsync("a[rel=next]");
        Assert.Contains("Trouver de l'aide", await neighbours.InnerTextAsync(".turns"), StringComparison.Ordinal);
        await neighbours.Context.CloseAsync();
    }

    [Fact]
    public async Task Whatever_is_in_an_address_a_page_or_404_answers()
    {
        using var staff = await Clients.SignInAsync(host, StaffRoles.Staff);
        foreach (var query in new[]
        {
            "from=2026-13-45&to=x", "channel=fax&language=de", "outcome='; DROP TABLE turn;--", "min=-3&max=99999999999", "min=9&max=2", "place=%00%ff", "step=nulle.part", "topic=need:zzz",
            "before=abc&after=-1", "after=9223372036854775807", "words=%F0%9F%A6%84", $"words={new string('a', 5000)}", "tag=%3Cscript%3E", "from=2026-11-22&to=2020-01-01", "before=1&after=1", "trials=maybe",
        })
        {
            using var answer = await staff.GetAsync(new Uri($"/console/calls?{query}", UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{query}: {answer.StatusCode}");
        }

        foreach (var address in new[] { "/console/calls/999999999", "/console/calls/abc", "/console/calls/-1", "/console/calls/99999999999999999999" })
        {
            using var answer = await staff.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_note_sent_twice_is_written_once()
    {
        var no = await calls.CallAsync(HeldCalls.NewPhone());
        using var staff = await Clients.SignInAsync(host, StaffRoles.Staff);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await staff.PostFormAsync($"/console/calls/{no}", [("note", "une fois"), ("once", $"once{no}")], "Note");
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        Assert.Single(await host.RowsAsync<long>("SELECT id FROM conversation_note WHERE conversation_no = @no", new { no }));
    }

    private async Task<long> AbandonedAsync(int days)
    {
        var no = await calls.CallAsync(HeldCalls.NewPhone(), new DigitsInput("1"), new SpeechInput("euh brouhaha", 0.2));
        await calls.MoveAsync(no, days);
        return no;
    }
}
