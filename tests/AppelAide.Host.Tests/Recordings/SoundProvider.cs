using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Recordings;

/// <summary>A provider on a free port that holds recordings, as Twilio does, for whoever knows the account.</summary>
internal sealed class SoundProvider : IAsyncDisposable
{
    public const string Account = "AC0123456789abcdef0123456789abcdef";
    public const string Token = "ffeeddccbbaa99887766554433221100";

    private readonly WebApplication app;

    private SoundProvider(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, (string Type, byte[] Sound)> Sounds { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What it answers to a method, whatever it is asked; nothing: as it should.</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = new();

    public string Address { get; private set; } = "";

    public string[] Settings => [$"Twilio:AccountSid={Account}", $"Twilio:AuthToken={Token}", $"Twilio:ApiBaseUrl={Address}"];

    public static async Task<SoundProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new SoundProvider(app);
        app.Map("/2010-04-01/Accounts/{account}/Recordings/{name}", provider.AnswerAsync);
        await app.StartAsync();
        provider.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, string account, string name)
    {
        Requests.Enqueue($"{http.Request.Method} {name}");
        var credentials = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Account}:{Token}"));
        if (account != Account || http.Request.Headers.Authorization != credentials)
        {
            http.Response.StatusCode = 401;
        }
        else if (Answers.TryGetValue(http.Request.Method, out var status))
        {
            http.Response.StatusCode = status;
        }
        else if (name.Split('.') is not [var sid, var kind] || !Sounds.TryGetValue(sid, out var sound))
        {
            http.Response.StatusCode = 404;
        }
        else if (http.Request.Method == "DELETE" && kind == "json")
        {
            Sounds.TryRemove(sid, out _);
            http.Response.StatusCode = 204;
        }
        else if (http.Request.Method == "GET" && kind == "mp3")
        {
            http.Response.ContentType = sound.Type;
            await http.Response.Body.WriteAsync(sound.Sound);
        }
        else
        {
            http.Response.StatusCode = 405;
        }
    }
}
