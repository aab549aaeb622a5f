using System.CommandLine;
using AppelAide.Dialogue;
using AppelAide.Host.Commands.Telephone;
using AppelAide.Host.Conversations;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Commands;

/// <summary>What <c>call</c> and <c>text</c> have in common: who calls, in which language, which line, for whom it is shown.</summary>
internal sealed class PhoneOptions
{
    private const int Failed = 1;

    private readonly Option<string> from = new("--from")
    {
        Description = "The citizen's number, E.164. A number the line never heard from is a new citizen.",
        HelpName = "+1…",
        DefaultValueFactory = _ => FictionalNumbers.Caller,
    };

    private readonly Option<string?> language = new("--lang")
    {
        Description = "The language to begin in; otherwise the one the line chooses for this citizen.",
        HelpName = "fr|en",
    };

    private readonly Option<string?> url = new("--url")
    {
        Description = "A running server, called through its webhooks; otherwise the line runs in this process, on the same database.",
        HelpName = "http://…",
    };

    private readonly Option<bool> json = new("--json") { Description = "One JSON object a turn, and nothing else." };

    /// <summary>Adds the options to a verb.</summary>
    public PhoneOptions(Command command)
    {
        from.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } number && !CallerNumber.IsE164(number))
                result.AddError($"--from: \"{number}\" is not a number in E.164, such as {FictionalNumbers.Caller}.");
        });
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && !Languages.All.Contains(code))
                result.AddError($"--lang: the line speaks {string.Join(" and ", Languages.All)}, not \"{code}\".");
        });
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address && !IsWeb(address))
                result.AddError($"--url: \"{address}\" is not an address such as http://localhost:5080.");
        });
        foreach (var option in (Option[])[from, language, url, json])
            command.Options.Add(option);
    }

    /// <summary>The citizen's number.</summary>
    public string From(ParseResult parsed) => parsed.GetValue(from)!;

    /// <summary>The language to begin in, if one was asked for.</summary>
    public string? Language(ParseResult parsed) => parsed.GetValue(language);

    /// <summary>Opens the line that was asked for, and turns what cannot be into one clear line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="use">Uses the line.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WithLineAsync(ParseResult parsed, Func<ILineConnection, IPhoneScreen, Task> use, CancellationToken ct)
    {
        var output = parsed.InvocationConfiguration.Output;
        IPhoneScreen screen = parsed.GetValue(json) ? new JsonScreen(output) : Terminal.Screen(output);
        try
        {
            await using var line = await OpenAsync(parsed.GetValue(url), ct);
            await use(line, screen);
            return 0;
        }
        catch (NoLineException error)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(error.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl+C before the line answered.
        }

        return Failed;
    }

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static async Task<ILineConnection> OpenAsync(string? server, CancellationToken ct)
    {
        if (server is not null)
            return OpenServer(new Uri(server));

        // Only what goes wrong is told, and not among what the line says.
        var app = LineApplication.Build([], builder =>
        {
            builder.Configuration["Logging:Console:LogLevel:Default"] = "Error";
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        });
        try
        {
            await app.Services.OpenLineAsync(ct);
            return new InProcessLine(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The configuration alone: what the server demands of its own to open is not demanded here.</summary>
    private static WebhookLine OpenServer(Uri server)
    {
        var configuration = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;
        var twilio = configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>() ?? new TwilioOptions();
        var line = configuration.GetSection(LineOptions.Section).Get<LineOptions>() ?? new LineOptions();
        return new WebhookLine(new WebhookClient(server, twilio, line.PublicBaseUrl));
    }
}
