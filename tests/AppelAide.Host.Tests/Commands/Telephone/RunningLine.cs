using AppelAide.Host.Commands.Telephone;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>The real line, on a free port, with a database of its own and the fictional sample.</summary>
internal sealed class RunningLine : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private RunningLine(WebApplication app, DirectoryInfo folder) => (this.app, this.folder) = (app, folder);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<RunningLine> OpenAsync(string token = "", string publicBaseUrl = "", string transfer = "")
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("appelaide-phone-");
        var app = LineApplication.Build(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0", $"--Database:ConnectionString=Data Source={Path.Combine(folder.FullName, "line.db")}",
                $"--Twilio:AuthToken={token}", $"--Line:PublicBaseUrl={publicBaseUrl}", $"--Line:TransferNumber={transfer}", "--Line:Hours=Mo-Su 00:00-24:00",
                "--Scheduling:IsOn=false",
            ],
            builder => builder.Logging.ClearProviders());
        await app.Services.OpenLineAsync(default);
        await app.StartAsync();
        return new RunningLine(app, folder);
    }

    /// <summary>Inside the process; the line itself stays open when this is disposed of.</summary>
    public InProcessLine Inside() => new(app);

    /// <summary>Through the webhooks.</summary>
    public WebhookLine Outside(string token = "", string publicBaseUrl = "") => new(new WebhookClient(Address, new TwilioOptions { AuthToken = token }, publicBaseUrl));

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
