using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AppelAide.Host;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Console.Tests;

/// <summary>Who means harm at the door: many guesses at once, codes and forms of others, and what no browser sends. Nothing of it is an error of the program's (see <see cref="ErrorSink"/>).</summary>
public sealed partial class EntryGuardTests : IAsyncLifetime
{
    private const string Edit = "/console/trainings/vague-tablet-3/edit?handler=Session";

    private readonly ConsoleHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task When_too_many_enter_at_once_the_others_are_asked_to_wait_a_minute()
    {
        using var client = Clients.New(host);
        var gate = host.Services.GetRequiredService<PasswordGate>();
        using var end = new CancellationTokenSource();
        var guessing = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                try
                {
                    _ = gate.VerifyAsync(null, "wrong", default);
                }
                catch (TooBusyException)
                {
                    await Task.Delay(1);
                }
            }
        });
        await Task.Delay(100);
        var status = HttpStatusCode.OK;
        for (var i = 0; i < 5 && status != HttpStatusCode.ServiceUnavailable; i++)
        {
            using var answer = await client.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(StaffRoles.Staff)), ("password", "wrong")]);
            status = answer.StatusCode;
            if (status != HttpStatusCode.ServiceUnavailable) continue;
            Assert.Equal("60", Assert.Single(answer.Headers.GetValues("Retry-After")));
            Assert.Contains("Trop de personnes entrent", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await end.CancelAsync();
        await guessing;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }

    [Fact]
    public async Task An_account_that_waits_says_nothing_to_the_right_password_and_still_opens_to_its_own_browser()
    {
        using var owner = await Clients.SignInAsync(host, StaffRoles.Listener);
        using var stranger = Clients.New(host);
        for (var i = 0; i < StaffGuesses.Most; i++) await TryAsync(stranger, ConsoleHost.EmailOf(StaffRoles.Listener), "wrong");
        var right = await TryAsync(stranger, ConsoleHost.EmailOf(StaffRoles.Listener), ConsoleHost.Password);
        Assert.Equal(await TryAsync(stranger, "personne@exemple.test", "wrong"), right);
        using var entered = await owner.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(StaffRoles.Listener)), ("password", ConsoleHost.Password)]);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Equal(right, await TryAsync(stranger, ConsoleHost.EmailOf(StaffRoles.Listener), ConsoleHost.Password));
    }

    [Fact]
    public async Task Behind_a_proxy_each_guesser_waits_for_their_own_guesses()
    {
        await using var behind = new ConsoleHost { Settings = { "ForwardedHeaders_Enabled=true" } };
        await behind.InitializeAsync();
        using var client = await Clients.SignInAsync(behind, StaffRoles.Listener);
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/console/calls/999999");
            // The proxy adds the one at the end; what stands before it anybody may have written.
            request.Headers.Add("X-Forwarded-For", "203.0.113.2, 203.0.113.1");
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var brake = behind.Services.GetRequiredService<GuessBrake>();
        Assert.NotEqual(TimeSpan.Zero, brake.Guess("203.0.113.1"));
        Assert.Equal(TimeSpan.Zero, brake.Guess("203.0.113.2"));
        Assert.Equal(TimeSpan.Zero, brake.Guess("127.0.0.1"));
    }

    [Fact]
    public async Task A_second_factor_is_set_with_the_password_and_replaced_with_the_one_before()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
        Assert.Equal(0, await SetAsync(client, "wrong", ""));
        Assert.Equal(10, await SetAsync(client, ConsoleHost.Password, ""));
        var key = Assert.Single(await KeysAsync());
        Assert.Equal(0, await SetAsync(client, ConsoleHost.Password, ""));
        Assert.Equal(0, await SetAsync(client, ConsoleHost.Password, "ABCDE-FGHIJ"));
        Assert.Equal(key, Assert.Single(await KeysAsync()));
        Assert.Equal(10, await SetAsync(client, ConsoleHost.Password, paper!));
        Assert.NotEqual(key, Assert.Single(await KeysAsync()));

        // Who lost telephone and paper.
        var register = host.Services.GetRequiredService<StaffRegister>();
        var account = (await register.FindAsync(ConsoleHost.EmailOf(StaffRoles.Listener), default))!;
        Assert.Equal("", (await register.ResetSecondFactorAsync(StaffMember.CommandLine, account.Id, default))!.Value.Fr);
        Assert.Empty(await KeysAsync());
        Assert.Empty(await host.RowsAsync<string>("SELECT code_hash FROM staff_recovery_code"));
        Assert.Contains("staff.reset-second-factor", await host.RowsAsync<string>("SELECT action FROM audit_entry"));
        using var again = await Clients.SignInAsync(host, StaffRoles.Listener);
    }

    [Fact]
    public async Task Only_what_our_own_page_sent_is_kept_and_only_whoever_typed_it_gets_it_back()
    {
        Assert.Empty(KeptIn(await EndedAsync(Edit, token => new FormUrlEncodedContent(Fields("")))));
        Assert.Empty(KeptIn(await EndedAsync("/console/account?handler=Everywhere", token => new FormUrlEncodedContent(Fields(token)))));
        Assert.Empty(KeptIn(await EndedAsync("/console/nowhere", token => new FormUrlEncodedContent(Fields(token)))));
        var page = await EndedAsync(Edit, token => new FormUrlEncodedContent(Fields(token)));
        var kept = KeptIn(page);
        Assert.NotEmpty(kept);
        using var other = Clients.New(host);
        using (var entered = await EnterAsync(other, StaffRoles.Administrator, kept)) Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        using var same = Clients.New(host);
        using var back = await EnterAsync(same, StaffRoles.Staff, kept);
        var given = await back.Content.ReadAsStringAsync();
        Assert.Contains("Formations</strong>", given, StringComparison.Ordinal);
        Assert.Contains(">abc123</textarea>", given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_texts_are_kept_and_what_is_not_is_told()
    {
        var words = string.Concat(Enumerable.Repeat("mot ", 200_000));
        var kept = KeptIn(await EndedAsync(Edit, token => new FormUrlEncodedContent(Fields(token, words))));
        using var client = Clients.New(host);
        using var back = await EnterAsync(client, StaffRoles.Staff, kept);
        Assert.Contains(words, await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(KeptIn(await EndedAsync(Edit, token => new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("long"), "note_fr" } })));
        var lost = await EndedAsync(Edit, token => new FormUrlEncodedContent(Fields(token, words + words)));
        Assert.Empty(KeptIn(lost));
        Assert.Contains("n&#x27;a pas pu être gardé", lost.Replace("n'a", "n&#x27;a", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_no_error_of_ours()
    {
        using var nobody = Clients.New(host);
        foreach (var body in new[] { "%ff%fe=%00", string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=1")), new string('k', 3000) + "=1" })
        {
            using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
            using var answer = await nobody.PostAsync("/console/calls/1", content);
            Assert.InRange((int)answer.StatusCode, 400, 401);
            await EndedAsync(Edit, _ => new StringContent(body, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded")), HttpStatusCode.BadRequest);
        }

        using var strange = new StringContent("email=a", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7"));
        using (var answer = await nobody.PostAsync("/console/sign-in", strange)) Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        foreach (var (to, expected) in new[] { ("/console/%C3%A9", "/console/%C3%A9"), ("/console/%0a", "/console"), ("/console%C3%A9", "/console"), ("/console?place=Gasp%C3%A9", "/console?place=Gasp%C3%A9") })
        {
            using var answer = await nobody.GetAsync($"/console/language?language=fr&to={to}");
            Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        using var entered = await nobody.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(StaffRoles.Staff)), ("password", ConsoleHost.Password), ("to", "/consoleé")]);
        Assert.Equal((HttpStatusCode.Found, "/console"), (entered.StatusCode, entered.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Odd_methods_and_forms_for_pages_without_one_are_refused()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        foreach (var method in new[] { HttpMethod.Trace, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, new HttpMethod("ODD") })
        {
            using var request = new HttpRequestMessage(method, "/console/calls");
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        var token = Clients.TokenOf(await client.GetStringAsync("/console/account"));
        using var form = await client.PostAsync("/console/calls", new FormUrlEncodedContent(Fields(token)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, form.StatusCode);
    }

    [Fact]
    public async Task The_database_is_its_owners_and_the_usual_settings_say_where_it_listens()
    {
        var file = ((SqliteDatabase)host.Database).File;
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var database = $"--Database:ConnectionString=Data Source={file}";
        await using var tried = LineApplication.Build(["--environment=Development", database], builder => builder.Logging.ClearProviders());
        Assert.Equal("http://127.0.0.1:5080", tried.Configuration["urls"]);
        await using var told = LineApplication.Build(["--environment=Development", database, "--http_ports=8099"], builder => builder.Logging.ClearProviders());
        Assert.Null(told.Configuration["urls"]);
    }

    private string? paper;

    private Task<List<string>> KeysAsync() => host.RowsAsync<string>("SELECT authenticator_key FROM staff_account WHERE two_factor = 1");

    /// <summary>Sets a second factor; how many codes on paper it gave.</summary>
    private async Task<int> SetAsync(HttpClient client, string password, string present)
    {
        const string Address = "/console/account/second-factor";
        var key = Key().Match(await client.GetStringAsync(Address)).Groups[1].Value;
        using var answer = await client.PostFormAsync(Address, [("code", OneTimeCodes.At(key, TimeProvider.System.GetUtcNow())), ("password", password), ("present", present)]);
        var codes = Code().Matches(await answer.Content.ReadAsStringAsync());
        if (codes.Count > 0) paper = codes[0].Groups[1].Value;
        return codes.Count;
    }

    private static async Task<string> TryAsync(HttpClient client, string email, string password)
    {
        using var answer = await client.PostFormAsync("/console/sign-in", [("email", email), ("password", password)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Mistake().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    private static Task<HttpResponseMessage> EnterAsync(HttpClient client, string role, string kept) =>
        client.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(role)), ("password", ConsoleHost.Password), ("kept", kept)]);

    private static Dictionary<string, string> Fields(string token, string note = "abc123") => new() { ["__RequestVerificationToken"] = token, ["note_fr"] = note, ["version"] = "1" };

    private static string KeptIn(string page) => Kept().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(page);

    /// <summary>The answer to a form that is sent when the session has ended.</summary>
    private async Task<string> EndedAsync(string address, Func<string, HttpContent> content, HttpStatusCode expected = HttpStatusCode.Unauthorized)
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Staff);
        var token = Clients.TokenOf(await client.GetStringAsync("/console/account"));
        await host.Database.WriteAsync(scope => scope.Execute("UPDATE staff_account SET security_stamp = @Stamp", new { Stamp = Guid.NewGuid().ToString("N") }), default);
        using var body = content(token);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), body);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"kept\" value=\"([^\"]*)\"")]
    private static partial Regex Kept();

    [GeneratedRegex("class=\"key\">([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Code();

    [GeneratedRegex("class=\"error\"[^<]*<")]
    private static partial Regex Mistake();
}
