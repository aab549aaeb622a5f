using System.Net;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>Getting in: the first link, the second factor, the day a telephone is lost, and everything that must not open the door.</summary>
public sealed class EntryTests : IAsyncLifetime
{
    private readonly ConsoleHost host = new();

    public EntryTests() => host.Settings.Add("Staff:SecondFactor=true");

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [BrowserFact]
    public async Task The_first_link_makes_an_administrator_with_a_second_factor_and_opens_nothing_more()
    {
        await ForgetEverybodyAsync();
        var secret = await host.Services.GetRequiredService<StaffLinkStore>().CreateAsync(null, default);
        var page = await ConsoleHost.StrangerAsync();
        await host.GoAsync(page, $"/console/welcome/{secret}");
        await Seen.AsAsync(page, "console-welcome.fr.light.1280");
        await page.FillAsync("#name", "Odette <b>Bujold</b>");
        await page.FillAsync("#email", "odette@exemple.test");
        await page.FillAsync("#password", ConsoleHost.Password);
        await page.FillAsync("#again", ConsoleHost.Password);
        await page.ClickAsync("main button[type=submit]");

        // Nothing else opens before the second factor is there.
        Assert.EndsWith("/console/account/second-factor", page.Url, StringComparison.Ordinal);
        await host.GoAsync(page, "/console/staff");
        Assert.EndsWith("/console/account/second-factor", page.Url, StringComparison.Ordinal);
        var key = await page.InnerTextAsync("code.key");
        Assert.Equal("Odette <b>Bujold</b>", await page.InnerTextAsync(".me a[href='/console/account']"));
        await page.FillAsync("#code", "000000");
        await page.FillAsync("#password", ConsoleHost.Password);
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("n'est pas le bon", await page.InnerTextAsync(".error"), StringComparison.Ordinal);
        var code = OneTimeCodes.At(key, TimeProvider.System.GetUtcNow());
        await page.FillAsync("#code", code);
        await page.FillAsync("#password", ConsoleHost.Password);
        await page.ClickAsync("main button[type=submit]");
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Distinct().Count());
        await Seen.AsAsync(page, "console-account-recovery-codes.fr.light.1280");

        var stranger = await ConsoleHost.StrangerAsync();
        Assert.Equal(404, (await host.GoAsync(stranger, $"/console/welcome/{secret}")).Status);
        await host.SignInAsync(stranger, "ODETTE@exemple.test");
        // A code opens once.
        await stranger.FillAsync("#code", code);
        await stranger.ClickAsync("main button[type=submit]");
        Assert.Contains("a déjà servi", await stranger.InnerTextAsync(".error"), StringComparison.Ordinal);
        await stranger.FillAsync("#code", OneTimeCodes.At(key, TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await stranger.ClickAsync("main button[type=submit]");
        Assert.EndsWith("/console", stranger.Url, StringComparison.Ordinal);

        // The telephone is lost: a code on paper opens, once.
        foreach (var opens in new[] { true, false })
        {
            var lost = await ConsoleHost.StrangerAsync();
            await host.SignInAsync(lost, "odette@exemple.test");
            await lost.FillAsync("#code", codes[0]);
            await lost.ClickAsync("main button[type=submit]");
            Assert.Equal(opens, lost.Url.EndsWith("/console", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_and_say_nothing_of_who_has_one()
    {
        using var client = Clients.New(host);
        var known = await TriesAsync(client, ConsoleHost.EmailOf(StaffRoles.Listener), "wrong");
        Assert.Equal(known, await TriesAsync(client, "personne@exemple.test", "wrong"));
        for (var i = 0; i < 4; i++) await TriesAsync(client, ConsoleHost.EmailOf(StaffRoles.Listener), "wrong");
        using var locked = await client.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(StaffRoles.Listener)), ("password", ConsoleHost.Password)]);
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Contains("15 minutes", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_everywhere_ends_every_session()
    {
        using var here = await Clients.SignInAsync(host, StaffRoles.Staff);
        using var there = await Clients.SignInAsync(host, StaffRoles.Staff);
        using (var before = await there.GetAsync("/console")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        using (var left = await here.PostFormAsync("/console/account", [], "Everywhere")) Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        using var after = await there.GetAsync("/console");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_the_last_administrator_stays()
    {
        using var victim = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        var register = host.Services.GetRequiredService<StaffRegister>();
        var accounts = await host.Services.GetRequiredService<StaffAccountStore>().ListAsync(default);
        var coordinator = accounts.Single(account => account.Role == StaffRoles.Coordinator);
        var administrator = accounts.Single(account => account.Role == StaffRoles.Administrator);
        Assert.Equal("", (await register.ChangeAsync(StaffMember.CommandLine, coordinator.Id, account => account.Disabled = true, "staff.close", default))!.Value.Fr);
        using (var answer = await victim.GetAsync("/console")) Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.NotEqual("", (await register.ChangeAsync(StaffMember.CommandLine, administrator.Id, account => account.Role = StaffRoles.Staff, "staff.role", default))!.Value.Fr);
    }

    [BrowserFact]
    public async Task What_was_typed_when_the_session_ended_comes_back()
    {
        const string Words = "une phrase longue, écrite <avant> que la session ne se termine & gardée";
        var page = await ConsoleHost.StrangerAsync();
        await host.SignInAsync(page, ConsoleHost.EmailOf(StaffRoles.Staff));
        await host.GoAsync(page, "/console/trainings/vague-tablet-3/edit");
        await page.FillAsync("#note_fr", Words);
        await host.Database.WriteAsync(scope => scope.Execute("UPDATE staff_account SET security_stamp = 'ended'"), default);
        await page.ClickAsync("form[action*=Session] button");
        Assert.Contains("Votre session était terminée", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("#email", ConsoleHost.EmailOf(StaffRoles.Staff));
        await page.FillAsync("#password", ConsoleHost.Password);
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains(Words, await page.Locator("textarea[name=note_fr]").InputValueAsync(), StringComparison.Ordinal);
        await Seen.AsAsync(page, "console-kept.fr.light.1280");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("/console/trainings/vague-tablet-3", page.Url, StringComparison.Ordinal);
        await page.ClickAsync(".me button");
        Assert.EndsWith("/console/sign-in", page.Url, StringComparison.Ordinal);
        await host.GoAsync(page, "/console");
        Assert.Contains("/console/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_and_a_form_of_elsewhere_do_nothing()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        using var forged = await client.PostAsync("/console/account?handler=Everywhere", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var left = await client.PostAsync("/console/sign-out", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, left.StatusCode);
        using var still = await client.GetAsync("/console");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var elsewhere = await client.GetAsync("/console/language?language=en&to=//elsewhere.test");
        Assert.Equal("/console", elsewhere.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Outside_development_it_opens_over_https_alone_and_browsers_are_told_so()
    {
        string[] production = ["environment=Production", "Twilio:AuthToken=0123456789abcdef0123456789abcdef"];
        await using var plain = new ConsoleHost();
        plain.Settings.AddRange(production);
        await plain.InitializeAsync();
        using (var client = Clients.New(plain))
        {
            using var refused = await client.GetAsync("/console/sign-in");
            Assert.Equal(HttpStatusCode.UpgradeRequired, refused.StatusCode);
        }

        await using var behind = new ConsoleHost();
        behind.Settings.AddRange([.. production, "Line:PublicBaseUrl=https://ligne.exemple.org"]);
        await behind.InitializeAsync();
        using var browser = Clients.New(behind);
        using var answer = await browser.GetAsync("/console/sign-in");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=", cookie, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Guessing_becomes_slow()
    {
        using var client = Clients.New(host);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 8; i++)
        {
            using var answer = await client.GetAsync($"/console/welcome/guess{i}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("<html lang=\"fr-CA\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // Guesses 6 to 8 wait a quarter of a second, a half and three quarters: never less, whatever the machine does.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.4), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task What_is_too_large_is_refused_in_a_page()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        var token = Clients.TokenOf(await client.GetStringAsync("/console/account"));
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[3_000_000]), "file", "file.bin" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/account?handler=Everywhere") { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("trop gros", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_and_secrets_are_not_in_clear_in_the_database()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        var keys = await host.RowsAsync<string>("SELECT content FROM data_protection_key");
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.DoesNotContain("<", key, StringComparison.Ordinal));
        Assert.All(await host.RowsAsync<string>("SELECT password_hash FROM staff_account"), hash => Assert.DoesNotContain("chats", hash, StringComparison.Ordinal));
        var audit = await host.RowsAsync<string>("SELECT action FROM audit_entry");
        Assert.Contains("staff.sign-in", audit);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.Database.WriteAsync(scope => scope.Execute("DELETE FROM audit_entry"), default));
        Assert.Contains("only added to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_tell_browsers_to_take_nothing_from_elsewhere()
    {
        using var client = Clients.New(host);
        using var answer = await client.GetAsync("/console/sign-in");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task<string> TriesAsync(HttpClient client, string email, string password)
    {
        using var answer = await client.PostFormAsync("/console/sign-in", [("email", email), ("password", password)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        var error = page.IndexOf("class=\"error\"", StringComparison.Ordinal);
        return page[error..page.IndexOf("</p>", error, StringComparison.Ordinal)];
    }

    private Task ForgetEverybodyAsync() => host.Database.WriteAsync(scope =>
    {
        scope.Execute("DELETE FROM staff_link");
        scope.Execute("DELETE FROM staff_account");
    }, default);
}
