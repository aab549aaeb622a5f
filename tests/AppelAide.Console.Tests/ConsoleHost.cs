using System.Collections.Concurrent;
using AppelAide.Host;
using AppelAide.Host.Console;
using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>The real program on a free port of this machine, with the sample directory in a database of its own, and an account of each role.</summary>
public sealed class ConsoleHost : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "sept chats gris dorment";

    /// <summary>32 bytes; the same for all, so that a database may be copied.</summary>
    private const string PhoneKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"appelaide-console-{Guid.NewGuid():N}");
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> cookies = new();
    private readonly ErrorSink log = new();
    private WebApplication? app;

    /// <summary>Changes the configuration before it starts.</summary>
    public List<string> Settings { get; } = [];

    public IServiceProvider Services => app!.Services;

    internal Database Database => Services.GetRequiredService<Database>();

    public Uri Address { get; private set; } = new("http://unknown");

    /// <summary>The account of a role: <c>listener@exemple.test</c>…</summary>
    public static string EmailOf(string role) => $"{role}@exemple.test";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        // Loading the sample takes a while; a copy of it does not.
        File.Copy(await Template.Value, Path.Combine(folder, "line.db"));
        string[] settings =
        [
            "urls=http://127.0.0.1:0", $"Privacy:PhoneKey={PhoneKey}", $"Database:ConnectionString=Data Source={Path.Combine(folder, "line.db")}", "Scheduling:IsOn=false", "Staff:SecondFactor=false",
            "Line:TransferNumber=+14185550199", .. Settings,
        ];
        app = LineApplication.Build(
            [.. settings.Select(setting => "--" + setting)],
            builder =>
            {
                builder.AddConsole();
                builder.Logging.ClearProviders().AddProvider(log);
            });
        app.OpenConsole();
        await Services.OpenLineAsync(CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        foreach (var role in StaffRoles.All) await AddAsync(role, EmailOf(role));
    }

    /// <summary>An account with the password of all tests.</summary>
    public async Task<long> AddAsync(string role, string email, string? name = null)
    {
        var register = Services.GetRequiredService<StaffRegister>();
        var (_, mistake) = await register.AddAsync(StaffMember.CommandLine, name ?? $"Camille {role}", email, role, "fr", default);
        Assert.Null(mistake);
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var account = await accounts.FindByEmailAsync(email);
        Assert.True((await accounts.AddPasswordAsync(account!, Password)).Succeeded);
        return account!.Id;
    }

    /// <summary>A browser in which somebody of a role is signed in.</summary>
    public async Task<IPage> EnterAsync(string role, string language = "fr", int width = 1280, bool dark = false)
    {
        var profile = await Chromium.NewProfileAsync(width, dark);
        var state = await cookies.GetOrAdd(role, _ => new(() => SignInAsync(role))).Value;
        await profile.AddCookiesAsync([new() { Name = "appelaide", Value = state, Url = Address.ToString() }, new() { Name = "appelaide-language", Value = language, Url = Address + "console" }]);
        return await profile.NewPageAsync();
    }

    /// <summary>Looks otherwise from the next page on: another language, theme or width.</summary>
    public async Task LookAsync(IPage page, string language, bool dark, int width)
    {
        await page.Context.AddCookiesAsync([new() { Name = "appelaide-language", Value = language, Url = Address + "console" }]);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.SetViewportSizeAsync(width, 900);
    }

    /// <summary>A browser in which nobody is.</summary>
    public static async Task<IPage> StrangerAsync(int width = 1280, bool dark = false) => await (await Chromium.NewProfileAsync(width, dark)).NewPageAsync();

    /// <summary>Goes to a page of the console.</summary>
    public async Task<IResponse> GoAsync(IPage page, string address) => (await page.GotoAsync(new Uri(Address, address).ToString()))!;

    /// <summary>Signs in by the form.</summary>
    public async Task SignInAsync(IPage page, string email, string password = Password)
    {
        await GoAsync(page, "/console/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("main button[type=submit]");
    }

    /// <summary>Rows of the database.</summary>
    public Task<List<T>> RowsAsync<T>(string sql, object? parameters = null) => Database.ReadAsync(connection => connection.Query<T>(sql, parameters).AsList(), default);

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Assert.True(log.Errors.IsEmpty, string.Join("\n", log.Errors));
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("appelaide-console-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "line.db");
        await using (var line = LineApplication.Build([$"--Database:ConnectionString=Data Source={file}", $"--Privacy:PhoneKey={PhoneKey}"], builder => builder.Logging.ClearProviders()))
            await line.Services.OpenLineAsync(CancellationToken.None);
        return file;
    }

    private async Task<string> SignInAsync(string role)
    {
        var page = await StrangerAsync();
        await SignInAsync(page, EmailOf(role));
        var cookie = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "appelaide");
        await page.Context.CloseAsync();
        return cookie.Value;
    }
}
