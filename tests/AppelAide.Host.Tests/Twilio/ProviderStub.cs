using System.Globalization;
using System.Text.Json.Nodes;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>
/// A telephone provider on a free port that speaks Twilio's REST API as far as the line does. It keeps its own record of all that it took, and
/// behaves as the test scripts it: it answers, refuses, is silent, or hangs up in the middle. Safe for threads.
/// </summary>
internal sealed class ProviderStub : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string PhoneNumber = "+15815550100";

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ProviderScript sending = new();
    private readonly ProviderScript listing = new();
    private readonly List<ProviderItem> record = [];
    private readonly List<ProviderRequest> requests = [];
    private readonly List<(Func<bool> IsSo, TaskCompletionSource Signal)> waiting = [];
    private TaskCompletionSource release = NewSignal();
    private WebApplication? app;
    private bool isOpen;

    private ProviderStub(TimeProvider clock) => this.clock = clock;

    /// <summary>What <c>Twilio:ApiBaseUrl</c> is to be.</summary>
    public string Address { get; private set; } = "http://127.0.0.1:0";

    /// <summary>The configuration that makes a line send through this stub, as <c>LineServer.StartAsync</c> takes it.</summary>
    public string[] Settings => [$"Twilio:AccountSid={AccountSid}", $"Twilio:PhoneNumber={PhoneNumber}", $"Twilio:ApiBaseUrl={Address}"];

    /// <summary>The texts in the record, oldest first.</summary>
    public IReadOnlyList<ProviderItem> Texts => Record(isCall: false);

    /// <summary>The calls in the record, oldest first.</summary>
    public IReadOnlyList<ProviderItem> Calls => Record(isCall: true);

    /// <summary>All that reached it, taken or not, oldest first.</summary>
    public IReadOnlyList<ProviderRequest> Requests
    {
        get
        {
            lock (gate) return [.. requests];
        }
    }

    /// <summary>While true, everything is answered with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>The longest page of its lists, as small as a test wants.</summary>
    public int MostOnAPage { get; set; } = 1000;

    /// <summary>What becomes of a request that nothing is scripted for.</summary>
    public ProviderReply Usual
    {
        set
        {
            lock (gate) sending.Usual = value;
        }
    }

    /// <summary>Opens on a free port.</summary>
    /// <param name="clock">Dates the record: the same as the line's, which looks there for what it sent since a moment.</param>
    public static async Task<ProviderStub> StartAsync(TimeProvider? clock = null)
    {
        var stub = new ProviderStub(clock ?? TimeProvider.System);
        await stub.OpenAsync();
        return stub;
    }

    /// <summary>What becomes of the next requests to send, to whomever, in turn.</summary>
    public void Next(params ProviderReply[] replies)
    {
        lock (gate) sending.Add(replies);
    }

    /// <summary>What becomes of the next requests to send to one number, in turn; before what <see cref="Next"/> says.</summary>
    public void NextTo(string to, params ProviderReply[] replies)
    {
        lock (gate) sending.AddTo(to, replies);
    }

    /// <summary>What becomes of every request to send to one number.</summary>
    public void AlwaysTo(string to, ProviderReply reply)
    {
        lock (gate) sending.SetTo(to, reply);
    }

    /// <summary>What becomes of the next questions about the record, in turn.</summary>
    public void NextLookup(params ProviderReply[] replies)
    {
        lock (gate) listing.Add(replies);
    }

    /// <summary>Answers every request that is held.</summary>
    public void Release()
    {
        lock (gate)
        {
            release.TrySetResult();
            release = NewSignal();
        }
    }

    /// <summary>Puts into the record something that this line did not send, or sent before.</summary>
    public ProviderItem Put(string to, string body, DateTimeOffset at, string status = "delivered") =>
        Keep("SM", new() { ["To"] = to, ["From"] = PhoneNumber, ["Body"] = body }, at, status);

    /// <summary>Waits until something is so of what the stub has seen and taken; it is asked again after each request.</summary>
    public Task UntilAsync(Func<ProviderStub, bool> isSo)
    {
        lock (gate)
        {
            if (isSo(this)) return Task.CompletedTask;
            var signal = NewSignal();
            waiting.Add((() => isSo(this), signal));
            return signal.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Closes the port: connections are refused. The record stays.</summary>
    public async Task CloseAsync()
    {
        lock (gate) isOpen = false;
        Release();
        if (app is { } open) await open.DisposeAsync();
        app = null;
    }

    /// <summary>Opens again, at the same address.</summary>
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        var opening = builder.Build();
        opening.MapPost("/2010-04-01/Accounts/{account}/{resource}.json", (HttpContext http, string account, string resource) => PostAsync(http, account, resource));
        opening.MapGet("/2010-04-01/Accounts/{account}/{resource}.json", (HttpContext http, string account, string resource) => ListAsync(http, account, resource));
        await opening.StartAsync();
        Address = opening.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        app = opening;
        lock (gate) isOpen = true;
    }

    /// <summary>
    /// Makes the line's patience shorter than its 15 s. A slow machine may lose it before the request has left: to lose an answer for certain,
    /// cut it (<see cref="ProviderReply.CutAfterTaken"/>), which comes to the same.
    /// </summary>
    public static void Hurry(IServiceCollection services, TimeSpan patience) => services.Configure<HttpClientFactoryOptions>(
        nameof(IMessageSender), options => options.HttpClientActions.Add(client => client.Timeout = patience));

    public async ValueTask DisposeAsync() => await CloseAsync();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task PostAsync(HttpContext http, string account, string resource)
    {
        var form = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        ProviderReply reply;
        ProviderItem? item = null;
        Task held;
        lock (gate)
        {
            var missing = Missing(resource, form);
            reply = IsDown ? ProviderReply.Down()
                : !IsKnown(http, account) ? ProviderReply.WrongToken
                : missing is { } code ? ProviderReply.Error(code)
                : sending.Take(form["To"]);
            if (reply.IsTaken) item = Keep(resource == "Calls" ? "CA" : "SM", form, clock.GetUtcNow(), "queued");
            held = reply.IsHeld && isOpen ? release.Task : Task.CompletedTask;
            See(http, resource, form);
        }

        await held.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AnswerAsync(http, reply, item?.ToJson());
    }

    private async Task ListAsync(HttpContext http, string account, string resource)
    {
        var query = http.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
        ProviderReply reply;
        JsonObject page;
        lock (gate)
        {
            reply = IsDown ? ProviderReply.Down() : !IsKnown(http, account) ? ProviderReply.WrongToken : listing.Take(query.GetValueOrDefault("To", ""));
            page = Page(http.Request.Path, resource, query);
            See(http, resource, query);
        }

        await AnswerAsync(http, reply, page);
    }

    private static async Task AnswerAsync(HttpContext http, ProviderReply reply, JsonObject? body)
    {
        if (reply.IsCut)
        {
            http.Abort();
            return;
        }

        if (reply.RetryAfter is { } wait) http.Response.Headers.RetryAfter = wait;
        http.Response.StatusCode = http.Request.Method == "GET" && reply.IsTaken ? 200 : reply.Status;
        http.Response.ContentType = "application/json";
        // As the provider does, an error repeats the number: whoever logs it tells on a citizen.
        var error = new JsonObject { ["code"] = reply.Code, ["message"] = $"Refused for {http.Request.Query["To"]}{Form(http, "To")}", ["status"] = reply.Status };
        await http.Response.WriteAsync(reply.Body ?? (reply.Code is null ? body! : error).ToJsonString());
    }

    /// <summary>A page of the record, the most recent first, as the provider filters it: what was not sent yet has no date of sending.</summary>
    private JsonObject Page(string path, string resource, Dictionary<string, string> query)
    {
        var since = (query.GetValueOrDefault("DateSent>") ?? query.GetValueOrDefault("StartTime>")) is { } date
            ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : (DateTimeOffset?)null;
        var found = record.Where(item => item.IsCall == (resource == "Calls")
            && (!query.TryGetValue("To", out var to) || item.To == to)
            && (!query.TryGetValue("From", out var from) || item.From == from)
            && (since is null || item.SentAt >= since)).Reverse().ToList();
        var size = Math.Min(MostOnAPage, int.Parse(query.GetValueOrDefault("PageSize", "50"), CultureInfo.InvariantCulture));
        var page = int.Parse(query.GetValueOrDefault("Page", "0"), CultureInfo.InvariantCulture);
        var following = new Dictionary<string, string?>(query.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)))
        {
            ["Page"] = $"{page + 1}",
            ["PageToken"] = $"PA{page + 1}",
        };
        var next = found.Count > (page + 1) * size ? QueryHelpers.AddQueryString(path, following) : null;
        return new()
        {
            [resource == "Calls" ? "calls" : "messages"] = new JsonArray([.. found.Skip(page * size).Take(size).Select(item => item.ToJson())]),
            ["page"] = page,
            ["page_size"] = size,
            ["next_page_uri"] = next,
        };
    }

    private ProviderItem Keep(string kind, Dictionary<string, string> form, DateTimeOffset at, string status)
    {
        var item = new ProviderItem
        {
            Sid = kind + Guid.NewGuid().ToString("N"),
            To = form["To"],
            From = form["From"],
            Body = form.GetValueOrDefault("Body", ""),
            Url = form.GetValueOrDefault("Url", ""),
            StatusCallback = form.GetValueOrDefault("StatusCallback", ""),
            At = at,
            Status = status,
        };
        lock (gate) record.Add(item);
        return item;
    }

    private void See(HttpContext http, string resource, Dictionary<string, string> fields)
    {
        requests.Add(new(http.Request.Method, resource, fields.GetValueOrDefault("To", ""), fields, clock.GetUtcNow()));
        foreach (var (_, signal) in waiting.Where(wait => wait.IsSo())) signal.TrySetResult();
        waiting.RemoveAll(wait => wait.Signal.Task.IsCompleted);
    }

    private List<ProviderItem> Record(bool isCall)
    {
        lock (gate) return [.. record.Where(item => item.IsCall == isCall)];
    }

    /// <summary>Twilio's error for a request that lacks what it needs.</summary>
    private static int? Missing(string resource, Dictionary<string, string> form) =>
        form.GetValueOrDefault("To", "").Length == 0 ? resource == "Calls" ? 21201 : 21604
        : form.GetValueOrDefault("From", "").Length == 0 ? resource == "Calls" ? 21213 : 21603
        : resource == "Calls" && form.GetValueOrDefault("Url", "").Length == 0 ? 21205
        : resource == "Messages" && form.GetValueOrDefault("Body", "").Length == 0 ? 21602
        : null;

    private static bool IsKnown(HttpContext http, string account) =>
        account == AccountSid && http.Request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal);

    private static string Form(HttpContext http, string name) => http.Request.HasFormContentType ? http.Request.Form[name].ToString() : "";
}
