using System.CommandLine;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Commands;

/// <summary><c>serve</c>: the web server and its hosted services.</summary>
internal static class ServeCommand
{
    /// <summary>The verb; what it does not know is configuration.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Open the line: the web server and its hosted services (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        await using var app = LineApplication.Build(args, builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4)));
        await app.Services.OpenLineAsync(ct);
        await app.StartAsync(ct);
        await AnnounceAsync(app);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task AnnounceAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var signed = app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.AuthToken.Length > 0;
        await Console.Out.WriteLineAsync($"""

            The line is open.
              Calls:   POST {address}/twilio/voice      Texts:  POST {address}/twilio/sms
              {(signed ? "Webhooks must be signed by Twilio." : "No Twilio:AuthToken: unsigned webhooks from this machine only.")}
              Health:  GET  {address}/health/ready

            Call it from another terminal:
              dotnet run --project src/AppelAide.Host -- call
              dotnet run --project src/AppelAide.Host -- text "FORMATION Gaspé"
            Ctrl+C closes it.

            """);
    }
}
