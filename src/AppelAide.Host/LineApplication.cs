using AppelAide.Host.Bulletins;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Consultations;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Health;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Privacy;
using AppelAide.Host.Recordings;
using AppelAide.Host.Referrals;
using AppelAide.Host.Sample;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Scripts;
using AppelAide.Host.Sheets;
using AppelAide.Host.Sms;
using AppelAide.Host.Staff;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Calendar.Publishing;
using AppelAide.Host.Twilio;
using AppelAide.Host.Voice;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AppelAide.Host;

/// <summary>The line put together: what every verb of the command line starts from.</summary>
internal static class LineApplication
{
    /// <summary>The environment when nobody names one: a program built by "dotnet run" is tried on this machine, a published one serves.</summary>
#if DEBUG
    private const string Unnamed = "Development";
#else
    private const string Unnamed = "Production";
#endif

    /// <summary>Where a line that is tried on this machine listens, unless the usual settings of .NET say where.</summary>
    private const string TriedAt = "http://127.0.0.1:5080";

    private static readonly string[] Where = ["urls", "http_ports", "https_ports"];

    /// <summary>All services and routes; nothing is opened yet.</summary>
    /// <param name="args">Configuration, such as <c>--Line:Name=…</c> or <c>--urls=…</c>.</param>
    /// <param name="change">Changes services, for tests and for verbs that only look.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[HostDefaults.EnvironmentKey] ?? Unnamed,
        });
        if (builder.Environment.IsDevelopment() && Where.All(key => string.IsNullOrEmpty(builder.Configuration[key]))) builder.Configuration["urls"] = TriedAt;
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddPersistence(builder.Configuration)
            .AddPrivacy(builder.Configuration)
            .AddTwilio(builder.Configuration)
            .AddCallers()
            .AddCalls()
            .AddFigures()
            .AddRecordings()
            .AddDirectory()
            .AddFreshness()
            .AddTrainings()
            .AddConsultations()
            .AddReferrals()
            .AddSheets()
            .AddOutbox(builder.Configuration)
            .AddBulletins()
            .AddConversations(builder.Configuration)
            .AddScripts()
            .AddVoice(builder.Configuration)
            .AddScheduling(builder.Configuration)
            .AddStaff(builder.Configuration, builder.Environment)
            .AddSingleton<SenderFacts>()
            .AddSingleton<SampleLoader>();
        change?.Invoke(builder);
        var app = builder.Build();
        CheckSettings(app.Services);
        var twilio = app.MapTwilio(app.Services.GetRequiredService<IOptions<LineOptions>>().Value.PublicBaseUrl);
        twilio.MapVoice();
        twilio.MapSms();
        app.MapHealth();
        app.MapCalendar();
        return app;
    }

    /// <summary>Says the mistakes of all sections at once: whoever mends the first should not have to start again to hear of the second.</summary>
    private static void CheckSettings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException errors) when (errors.InnerExceptions.All(error => error is OptionsValidationException))
        {
            var mistakes = errors.InnerExceptions.Cast<OptionsValidationException>().SelectMany(error => error.Failures).Distinct();
            throw new OptionsValidationException("", typeof(object), mistakes);
        }
        catch (InvalidOperationException error)
        {
            // A value that is no number or no yes or no: the binder names the key.
            throw new StartException(error.Message);
        }
    }

    /// <summary>Opens the line: the database is brought up to date, an empty directory gets the fictional sample, the scripts go live.</summary>
    /// <exception cref="StartException">Something is wrong that a person must mend; the message says what.</exception>
    public static async Task OpenLineAsync(this IServiceProvider services, CancellationToken ct)
    {
        var folder = services.GetRequiredService<ScriptFolder>();
        var scripts = services.GetRequiredService<ScriptLibrary>();
        var files = folder.Read();
        var (script, issues) = scripts.Check(files);
        if (script is null || issues.Length > 0)
            throw new StartException($"The scripts in {folder.Path} have {issues.Length} defects:", [.. issues.Select(issue => issue.ToString())]);
        await services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await services.GetRequiredService<SampleLoader>().LoadIfEmptyAsync(ct);
        await scripts.OpenAsync(script, files, ct);
        await services.GetRequiredService<DirectorySource>().RefreshAsync(ct);
    }
}
