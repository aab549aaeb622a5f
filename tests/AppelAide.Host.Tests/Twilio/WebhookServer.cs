using System.Text;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>A real server, on a free port, with one endpoint behind the signature filter that counts what reaches it.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _reached;

    private WebhookServer(WebApplication app) => _app = app;

    public int Reached => _reached;

    public string LastFrom { get; private set; } = "";

    public Uri Address { get; private set; } = new("http://unknown");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

    public static async Task<WebhookServer> StartAsync(string token, string? publicBaseUrl = null, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<TwilioOptions>(options => options.AuthToken = token);
        var server = new WebhookServer(builder.Build());
        var group = server._app.MapTwilio(publicBaseUrl);
        group.MapPost("/voice", (Delegate)server.Answer);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Address = new Uri(addresses.Addresses.Single());
        return server;
    }

    /// <summary>A POST whose path and query go out exactly as written.</summary>
    public async Task<HttpResponseMessage> PostAsync(string pathAndQuery, HttpContent content, string? signature, HttpMethod? method = null)
    {
        var uri = new Uri(Address.GetLeftPart(UriPartial.Authority) + pathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, uri) { Content = content };
        if (signature is not null)
            request.Headers.Add(TwilioHeaders.Signature, signature);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> Answer(HttpContext http)
    {
        Interlocked.Increment(ref _reached);
        LastFrom = http.Request.Form["From"].ToString();
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        return Results.Text("reached " + body);
    }
}
