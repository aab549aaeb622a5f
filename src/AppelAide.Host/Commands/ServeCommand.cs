using System.CommandLine;
using System.Net.Sockets;
using AppelAide.Host.Console;
using AppelAide.Host.Staff;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Commands;

/// <summary><c>serve</c>: the web server and its hosted services.</summary>
internal static class ServeCommand
{
    /// <summary>With what the program needs to end, within the five seconds that Ctrl+C may take.</summary>
    private static readonly TimeSpan ToFinishTurns = TimeSpan.FromSeconds(3);

    private static readonly string[] WebServer = ["urls", "http_ports", "https_ports", "AllowedHosts"];

    /// <summary>The verb; what it does not know is configuration.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Open the line: the web server and its hosted services (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, ct) =>
        {
            if (Unknown(parsed.UnmatchedTokens) is not { } unknown) return await RunAsync([.. parsed.UnmatchedTokens], ct);
            await System.Console.Error.WriteLineAsync($"There is no option \"{unknown}\"; configuration is written --Section:Key=value, such as --Line:Name=\"My line\".");
            await System.Console.Error.WriteLineAsync("See --help.");
            return 2;
        });
        return command;
    }

    /// <summary>The first argument that is neither <c>--Section:Key=value</c> nor one of the web server's own; null when all are understood.</summary>
    private static string? Unknown(IReadOnlyList<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = tokens[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':') || WebServer.Contains(name[2..], StringComparer.OrdinalIgnoreCase))) return tokens[i];
            // The value may stand by itself.
            if (!tokens[i].Contains('=') && (++i == tokens.Count || tokens[i].StartsWith("--", StringComparison.Ordinal))) return tokens[i - 1];
        }

        return null;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var isOpen = false;
        await using var app = LineApplication.Build(args, builder =>
        {
            builder.AddConsole();
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ToFinishTurns);
            // Why it cannot start is said in one line, below; the host would log it as well, with all its stack.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && isOpen);
        });
        app.OpenConsole();
        await app.Services.OpenLineAsync(ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception error) when (error is IOException or FormatException or InvalidOperationException or SocketException)
        {
            throw new StartException($"The web server cannot start: {error.Message.ReplaceLineEndings(" ")}");
        }

        isOpen = true;
        await AnnounceAsync(app);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task AnnounceAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        // A link is told once, at the first start; later ones are made by "staff add".
        var link = await app.Services.GetRequiredService<StaffAccountStore>().AnyAsync(CancellationToken.None) || await app.Services.GetRequiredService<StaffLinkStore>().AnyFirstAsync(CancellationToken.None)
            ? "" : StaffRegister.AddressOf(await app.Services.GetRequiredService<StaffLinkStore>().CreateAsync(null, CancellationToken.None), address);
        var signed = app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.AuthToken.Length > 0;
        await System.Console.Out.WriteLineAsync($"""

            The line is open.
              Calls:   POST {address}/twilio/voice      Texts:  POST {address}/twilio/sms
              {(signed ? "Webhooks must be signed by Twilio." : "No Twilio:AuthToken: unsigned webhooks from this machine only.")}
              Health:  GET  {address}/health/ready
              Console: {address}/console{(link.Length > 0 ? $"\n  The first staff account, with a link that works once:\n    {link}" : "")}

            Call it from another terminal:
              dotnet run --project src/AppelAide.Host -- call
              dotnet run --project src/AppelAide.Host -- text "FORMATION Gaspé"
            Ctrl+C closes it.

            """);
    }
}
