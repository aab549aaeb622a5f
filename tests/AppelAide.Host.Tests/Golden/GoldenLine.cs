using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Golden;

/// <summary>
/// The whole line in this process, with its real services, on a database of its own: a copy of one that holds the sample directory, loaded
/// once for all tests on a Monday morning.
/// </summary>
internal sealed class GoldenLine : IAsyncDisposable
{
    /// <summary>Monday 23 November 2026, 8 in the morning: when the sample was loaded.</summary>
    public static readonly DateTimeOffset LoadedAt = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(-5));

    /// <summary>Not a secret: the key of made-up telephone numbers, always the same.</summary>
    private static readonly string PhoneKey = Convert.ToBase64String(new byte[32]);

    private static readonly Lazy<Task<(string File, DirectorySnapshot Directory, ScriptLibrary Scripts)>> Template = new(MakeTemplateAsync);

    private readonly WebApplication app;
    private readonly string folder;

    private GoldenLine(WebApplication app, FakeClock clock, GoldenProvider provider, string folder)
    {
        (this.app, Clock, Provider, this.folder) = (app, clock, provider, folder);
        Conversations = Get<ConversationService>();
    }

    public FakeClock Clock { get; }

    public ConversationService Conversations { get; }

    /// <summary>Takes what the line sends.</summary>
    public GoldenProvider Provider { get; }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => app.Services.GetServices<T>();

    /// <summary>Opens a line.</summary>
    /// <param name="settings">Configuration, such as <c>--Line:FrenchFirst=true</c>.</param>
    public static async Task<GoldenLine> OpenAsync(params string[] settings)
    {
        var (file, directory, scripts) = await Template.Value;
        var folder = NewFolder();
        File.Copy(file, FileIn(folder));
        var clock = new FakeClock(LoadedAt);
        var provider = new GoldenProvider();
        var line = new GoldenLine(Build(folder, clock, provider, settings, scripts), clock, provider, folder);
        // Every turn is taken from what the database says, so that persistence is proved each time.
        line.Get<ConversationCache>().IsOn = false;
        line.Get<DirectorySource>().Use(directory);
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static WebApplication Build(string folder, TimeProvider clock, IMessageSender provider, string[] settings, ScriptLibrary? scripts) => LineApplication.Build(
        [
            $"--Database:ConnectionString=Data Source={FileIn(folder)}",
            $"--Privacy:PhoneKey={PhoneKey}",
            "--Twilio:AuthToken=none",
            // Calls are made from somewhere, and nothing is slowed: the clock of the tests does not move by itself.
            "--Line:PublicBaseUrl=https://line.example",
            "--Outbox:SegmentsPerSecond=1000",
            "--Outbox:CallsPerSecond=100",
            .. settings,
        ],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            builder.Services.Replace(ServiceDescriptor.Singleton(provider));
            // Reading and checking the scripts takes longer than a conversation; the copied database already keeps their version.
            if (scripts is not null) builder.Services.Replace(ServiceDescriptor.Singleton(scripts));
        });

    private static async Task<(string File, DirectorySnapshot Directory, ScriptLibrary Scripts)> MakeTemplateAsync()
    {
        var folder = NewFolder();
        await using var app = Build(folder, new FakeClock(LoadedAt), new GoldenProvider(), [$"--Line:Scripts={GoldenFolder.Scripts}"], scripts: null);
        await app.Services.OpenLineAsync(default);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        return (FileIn(folder), app.Services.GetRequiredService<DirectorySource>().Current, app.Services.GetRequiredService<ScriptLibrary>());
    }

    private static string NewFolder() => System.IO.Directory.CreateTempSubdirectory("appelaide-golden-").FullName;

    private static string FileIn(string folder) => Path.Combine(folder, "line.db");
}
