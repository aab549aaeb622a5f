using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Identity;

namespace AppelAide.Benchmarks.Consoles;

/// <summary>Staff who read the log through the pages, signed in.</summary>
internal sealed partial class StaffAtWork : IDisposable
{
    private const string Email = "banc@exemple.test";
    private const string Password = "sept chats gris dorment";
    private const int Readers = 3;

    /// <summary>Somebody reads a page for at least so long before the next.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient client;
    private readonly int conversations;
    private readonly Random dice = new(3);

    private StaffAtWork(int port, int conversations)
    {
        this.conversations = conversations;
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Filters, as they stand in addresses.</summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        "", "from=2026-03-03&to=2026-03-03", "channel=sms", "language=en", "place=Gasp%C3%A9", "outcome=abandoned", "outcome=waiting", "topic=need:heating", "step=formations.offre", "min=5&max=20",
        "words=chauffage", "tag=urgent", "trials=only", "from=2026-11-19&to=2026-11-19&outcome=abandoned",
    ];

    /// <summary>Makes the account, unless it is there.</summary>
    public static async Task AddAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        if (await accounts.FindByEmailAsync(Email) is not null) return;
        await services.GetRequiredService<StaffRegister>().AddAsync(StaffMember.CommandLine, "Banc d'essai", Email, StaffRoles.Staff, "fr", CancellationToken.None);
        await accounts.AddPasswordAsync((await accounts.FindByEmailAsync(Email))!, Password);
    }

    /// <summary>Somebody at the console.</summary>
    public static async Task<StaffAtWork> SignInAsync(int port, int conversations)
    {
        var staff = new StaffAtWork(port, conversations);
        var token = Token().Match(await staff.client.GetStringAsync(new Uri("/console/sign-in", UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("email", Email), KeyValuePair.Create("password", Password), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await staff.client.PostAsync(new Uri("/console/sign-in", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Found ? staff : throw new InvalidOperationException($"Not signed in: {answer.StatusCode}.");
    }

    /// <summary>A page of the log; milliseconds.</summary>
    public Task<double> LogAsync(string query, bool deep) => GetAsync($"/console/calls?{query}{(deep ? $"&before={Any()}" : "")}");

    /// <summary>A call; milliseconds.</summary>
    public Task<double> CallAsync() => GetAsync($"/console/calls/{Any()}");

    /// <summary>An export; bytes and seconds.</summary>
    public async Task<(long Bytes, double Seconds)> ExportAsync(string query, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/console/calls/export?{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        while (await body.ReadAsync(buffer, ct) is > 0 and var read) bytes += read;
        return (bytes, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>Some read and one exports, until it is over; how many pages they read.</summary>
    public async Task<int> WorkAsync(CancellationToken over)
    {
        var reading = Enumerable.Range(0, Readers).Select(_ => ReadAsync(over)).ToList();
        var exporting = Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested) await ExportAsync("", over);
            },
            over);
        var pages = (await Task.WhenAll(reading)).Sum();
        try
        {
            await exporting;
        }
        catch (OperationCanceledException)
        {
            // The measure is over.
        }

        return pages;
    }

    public void Dispose() => client.Dispose();

    private async Task<int> ReadAsync(CancellationToken over)
    {
        var pages = 0;
        while (!over.IsCancellationRequested)
        {
            await LogAsync(Queries[pages % Queries.Count], false);
            await Task.Delay(Reading, CancellationToken.None);
            await CallAsync();
            await Task.Delay(Reading, CancellationToken.None);
            pages += 2;
        }

        return pages;
    }

    private async Task<double> GetAsync(string address)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    private int Any()
    {
        lock (dice) return dice.Next(1, conversations + 1);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
