using System.Collections.Concurrent;
using System.Text;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Twilio;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Http;

/// <summary>
/// The real line on a free port of this machine, with a database of its own and a clock that the test moves; what is posted to it is signed
/// as Twilio signs. When it closes, it is checked that nothing personal was logged.
/// </summary>
internal sealed class LineServer : IAsyncDisposable
{
    public const string AuthToken = "0123456789abcdef0123456789abcdef";
    public const string TransferNumber = "+14185550199";

    private const string PublicBaseUrl = "Line:PublicBaseUrl=";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(AuthToken);
    private static int sids;

    private readonly WebApplication app;
    private readonly LineFolder? owned;
    private readonly ConcurrentDictionary<string, bool> personal = new();
    private readonly HttpClient client = new();
    private string publicAddress = "";

    private LineServer(WebApplication app, HandClock clock, LogSink log, LineFolder folder, LineFolder? owned)
    {
        this.app = app;
        this.owned = owned;
        Clock = clock;
        Log = log;
        Folder = folder;
    }

    public HandClock Clock { get; }

    public LogSink Log { get; }

    public LineFolder Folder { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>What the provider believes it calls.</summary>
    private string SignedAddress => publicAddress.Length > 0 ? publicAddress : Address.GetLeftPart(UriPartial.Authority);

    private Uri Address { get; set; } = new("http://unknown");

    /// <summary>Opens a line.</summary>
    /// <param name="change">Puts doubles in the place of services.</param>
    /// <param name="folder">Where the database is; a new one of its own when null.</param>
    /// <param name="settings">Further configuration, such as <c>Line:TransferNumber=</c>.</param>
    /// <param name="clock">Shared with another host.</param>
    public static async Task<LineServer> StartAsync(
        Action<IServiceCollection>? change = null, LineFolder? folder = null, IEnumerable<string>? settings = null, HandClock? clock = null)
    {
        var owned = folder is null ? await LineFolder.CreateAsync() : null;
        var home = folder ?? owned!;
        clock ??= new HandClock();
        var log = new LogSink();
        string[] all =
        [
            "urls=http://127.0.0.1:0", $"Database:ConnectionString={home.ConnectionString}", $"Privacy:PhoneKey={LineFolder.PhoneKey}",
            $"Twilio:AuthToken={AuthToken}", $"Line:TransferNumber={TransferNumber}",
            // The clock stands still: nothing may wait for its turn.
            "Outbox:SegmentsPerSecond=1000", "Outbox:CallsPerSecond=100",
            // What tests do not ask for does not run beside them.
            "Scheduling:IsOn=false", .. settings ?? [],
        ];
        var app = LineApplication.Build([.. all.Select(setting => "--" + setting)], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(clock);
            change?.Invoke(builder.Services);
        });
        var server = new LineServer(app, clock, log, home, owned);
        try
        {
            await app.Services.OpenLineAsync(CancellationToken.None);
            await app.StartAsync();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.publicAddress = settings?.LastOrDefault(setting => setting.StartsWith(PublicBaseUrl, StringComparison.Ordinal))?[PublicBaseUrl.Length..] ?? "";
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>A name as the provider gives calls and messages.</summary>
    public static string NewSid(string kind) => $"{kind}{Interlocked.Increment(ref sids):x32}";

    /// <summary>Somebody calls.</summary>
    public async Task<PhoneCall> CallArrivesAsync(string from = "+14185550137", string? sid = null)
    {
        var call = new PhoneCall(this, sid ?? NewSid("CA"), from);
        await call.ArrivesAsync();
        call.Reply.IsUsable();
        return call;
    }

    /// <summary>Somebody texts.</summary>
    public Task<LineReply> TextsAsync(string body, string from = "+14185550137", string? sid = null) =>
        PostAsync("/twilio/sms", [("MessageSid", sid ?? NewSid("SM")), ("From", from), ("To", "+15815550100"), ("Body", body), ("NumMedia", "0")]);

    /// <summary>Delivers a webhook, signed.</summary>
    /// <param name="path">With its query, as it goes over the wire.</param>
    /// <param name="fields">The form.</param>
    /// <param name="token">The delivery's idempotency token.</param>
    public Task<LineReply> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string? token = null)
    {
        (string Name, string Value)[] form = [.. fields];
        foreach (var (name, value) in form)
            if (name is "From" or "Body" or "SpeechResult") personal[value] = true;
        var signature = TwilioSignature.Compute(Key, SignedAddress + path, Forms.Of(form));
        return SendAsync(path, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), signature, token);
    }

    /// <summary>Delivers anything.</summary>
    public async Task<LineReply> SendAsync(string path, HttpContent content, string? signature, string? token = null)
    {
        var uri = new Uri(Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        if (signature is not null) request.Headers.Add(TwilioHeaders.Signature, signature);
        if (token is not null) request.Headers.Add(TwilioHeaders.IdempotencyToken, token);
        // Refused by its length, before it is sent.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 256 * 1024;
        using var answer = await client.SendAsync(request);
        return new LineReply(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            answer.Headers.CacheControl is not { NoStore: true },
            await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The signature of a request whose fields the test knows in another form.</summary>
    public string Sign(string path, params (string Name, string Value)[] fields) =>
        TwilioSignature.Compute(Key, SignedAddress + path, Forms.Of(fields));

    /// <summary>What the orchestrator is told.</summary>
    public async Task<(int Status, string Body)> ReadyAsync()
    {
        using var answer = await client.GetAsync(new Uri(Address, "/health/ready"));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Rows of the database.</summary>
    public Task<List<T>> RowsAsync<T>(string sql) =>
        Services.GetRequiredService<Database>().ReadAsync(connection => connection.Query<T>(sql).AsList(), CancellationToken.None);

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(string table, string where = "1 = 1") => (await RowsAsync<long>($"SELECT COUNT(*) FROM {table} WHERE {where}"))[0];

    /// <summary>Turns the clock until something is so: background work is woken by the clock, and takes a moment of its own.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            Clock.Advance(step);
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        owned?.Dispose();
        foreach (var words in personal.Keys.Where(words => words.Trim().Length >= 6))
            Assert.DoesNotContain(words.Trim().TrimStart('+'), Log.All);
    }
}
