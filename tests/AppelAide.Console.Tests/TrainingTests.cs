using System.Net;
using AppelAide.Host.Directory;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>Staff keep the calendar: a roster is printed, somebody is registered, a session is cancelled and people are told.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class TrainingTests(ConsoleHost host)
{
    [BrowserFact]
    public async Task Staff_register_somebody_and_print_the_roster()
    {
        var id = Session(0);
        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, $"/console/trainings/{id}");
        await page.FillAsync("#phone", "12");
        await page.FillAsync("#name", "Rose <b>Roy</b>");
        await page.ClickAsync("form[action*='Register'] button");
        await Assertions.Expect(page.Locator("p.error")).ToContainTextAsync("418 555-0142");
        Assert.Equal("Rose <b>Roy</b>", await page.InputValueAsync("#name"));
        await page.FillAsync("#phone", "418 555-7101");
        await page.ClickAsync("form[action*='Register'] button");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("elle a une place");
        await Assertions.Expect(page.Locator("#people ~ div")).ToContainTextAsync("Rose <b>Roy</b>");
        await Assertions.Expect(page.Locator("#people ~ div")).Not.ToContainTextAsync("555");
        await page.ClickAsync("button:has-text('Montrer le numéro')");
        await Assertions.Expect(page.Locator("#people ~ div")).ToContainTextAsync("418\u00A0555-7101");
        Assert.Single(await host.RowsAsync<string>("SELECT subject FROM audit_entry WHERE action = 'number.reveal' AND subject LIKE @Like", new { Like = $"session {id}%" }));

        await host.GoAsync(page, $"/console/trainings/{id}");
        await page.ClickAsync("a:has-text('Liste de présence')");
        await Assertions.Expect(page.Locator(".roster")).ToContainTextAsync("Rose <b>Roy</b>");
        await Seen.AsAsync(page, "trainings-roster-with-people");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("header.top")).ToBeHiddenAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "trainings-roster-on-paper.png"), FullPage = true });
        await page.Context.CloseAsync();

        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        var table = await client.GetStringAsync(new Uri($"/console/trainings/{id}/registrations.csv", UriKind.Relative));
        Assert.Contains("Rose <b>Roy</b>", table, StringComparison.Ordinal);
        using var listener = await Clients.SignInAsync(host, StaffRoles.Listener);
        Assert.Equal(HttpStatusCode.Forbidden, (await listener.GetAsync(new Uri($"/console/trainings/{id}/registrations.csv", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("Rose", await listener.GetStringAsync(new Uri($"/console/trainings/{id}", UriKind.Relative)), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Staff_cancel_a_session_and_see_who_is_told_and_who_is_to_be_called()
    {
        var id = Session(1);
        var desk = host.Services.GetRequiredService<RegistrationDesk>();
        foreach (var (phone, name) in new[] { ("+14185557201", "Luc Côté"), ("+14185557202", "Anne Roy") })
            await desk.RegisterAsync(id, phone, name, false, true, default);
        var callers = host.Services.GetRequiredService<Host.Callers.CallerStore>();
        var silent = (await callers.FindByPhoneAsync("+14185557202", default))!;
        await host.Database.WriteAsync(scope => callers.NoteStopped(scope, silent.Id, true), default);

        var page = await host.EnterAsync(StaffRoles.Staff);
        await host.GoAsync(page, $"/console/trainings/{id}");
        await Assertions.Expect(page.Locator("#cancel ~ form")).ToContainTextAsync("La ligne préviendra 2 personnes");
        await Assertions.Expect(page.Locator("#cancel ~ form")).ToContainTextAsync("ne peut pas en joindre 1");
        await page.FillAsync("#note_fr", "La formatrice est malade.");
        await page.ClickAsync("button.danger");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Cette séance est annulée.");
        await Assertions.Expect(page.Locator("#people ~ div")).ToContainTextAsync("le message se prépare");
        await Assertions.Expect(page.Locator("#people ~ div")).ToContainTextAsync("à appeler");
        await host.Services.GetRequiredService<SessionNotices>().PlanAsync(default);
        await host.GoAsync(page, "/console/trainings/unreached");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Luc Côté");
        await host.GoAsync(page, $"/console/trainings/{id}");
        await Seen.AsAsync(page, "trainings-cancelled");
        await page.ClickAsync("tr:has-text('Luc') button:has-text(\"Je l'ai prévenu\")");
        await Assertions.Expect(page.Locator("tr:has-text('Luc')")).ToContainTextAsync("le sait");

        // It takes place after all: whoever was told of the cancellation reads that, and not a change that changes nothing.
        await page.ClickAsync("button:has-text('Rétablir la séance')");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Cette séance est annulée.");
        await host.Services.GetRequiredService<SessionNotices>().PlanAsync(default);
        Assert.Contains(await host.RowsAsync<string>("SELECT body FROM outbox_message WHERE purpose = 'notice' AND state = 'due'"), body => body.Contains("La séance aura bien lieu.", StringComparison.Ordinal));
        await page.ClickAsync("tr:has-text('Luc') summary");
        await page.ClickAsync("tr:has-text('Luc') button:has-text('Oui, rendre cette place')");
        await Assertions.Expect(page.Locator("tr:has-text('Luc')")).ToContainTextAsync("a rendu sa place");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Two_staff_change_one_session_and_nobody_loses_anything()
    {
        var id = Session(2);
        var (first, second) = (await host.EnterAsync(StaffRoles.Staff), await host.EnterAsync(StaffRoles.Coordinator));
        await host.GoAsync(first, $"/console/trainings/{id}/edit");
        await host.GoAsync(second, $"/console/trainings/{id}/edit");
        await first.FillAsync("#seats", "31");
        await first.ClickAsync("button:has-text('Enregistrer la séance')");
        await Assertions.Expect(first.Locator(".notice[role=status]")).ToContainTextAsync("Personne n'en est prévenu");
        await second.FillAsync("#seats", "32");
        await second.ClickAsync("button:has-text('Enregistrer la séance')");
        await Assertions.Expect(second.Locator(".warning table")).ToContainTextAsync("31");
        Assert.Equal("32", await second.InputValueAsync("#seats"));
        await second.ClickAsync("button:has-text('Enregistrer la séance')");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("sur 32");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    /// <summary>A session of some weeks ahead, each test its own.</summary>
    private string Session(int number) => host.Services.GetRequiredService<DirectorySource>().Current.Sessions
        .Where(session => session.Start > TimeProvider.System.GetUtcNow().AddDays(15) && session.Seats is > 3 && session.Id != "vague-tablet-3").ElementAt(number).Id;
}
