using AppelAide.Host.Callers;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Twilio;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

/// <summary>A line that sends through a provider of the test's own, by the same clock.</summary>
internal sealed class LineWithProvider : IAsyncDisposable
{
    private const string Address = "Line:PublicBaseUrl=https://ligne.example.org";

    private readonly bool ownsProvider;

    private LineWithProvider(LineServer line, ProviderStub provider, bool ownsProvider)
    {
        Line = line;
        Provider = provider;
        this.ownsProvider = ownsProvider;
    }

    public LineServer Line { get; }

    public ProviderStub Provider { get; }

    public HandClock Clock => Line.Clock;

    public static async Task<LineWithProvider> StartAsync(params string[] settings)
    {
        var clock = new HandClock();
        var provider = await ProviderStub.StartAsync(clock);
        return new(await OpenAsync(provider, null, clock, settings), provider, true);
    }

    /// <summary>Another host of the same line.</summary>
    public async Task<LineWithProvider> AnotherHostAsync(LineFolder folder) => new(await OpenAsync(Provider, folder, Clock, []), Provider, false);

    public static async Task<LineWithProvider> StartAsync(ProviderStub provider, LineFolder folder, HandClock clock) =>
        new(await OpenAsync(provider, folder, clock, []), provider, false);

    /// <summary>Puts a message in the outbox.</summary>
    /// <returns>Its identifier.</returns>
    public async Task<long> EnqueueAsync(
        string phone = "+14185550137", string purpose = OutboxPurpose.Answer, string? place = null, string body = "Ligne AppelAide: rappel. ARRET pour cesser", DateTimeOffset? expires = null)
    {
        var callers = Line.Services.GetRequiredService<CallerStore>();
        var outbox = Line.Services.GetRequiredService<OutboxStore>();
        var now = Clock.GetUtcNow();
        var caller = await callers.FindOrCreateAsync(phone, "fr", now, default);
        var message = new OutboxMessage
        {
            CallerId = caller.Id,
            Purpose = purpose,
            Language = "fr",
            Body = body,
            Spoken = "C'est un rappel.",
            Segments = 1,
            DueAt = now,
            ExpiresAt = expires,
        };
        return await Line.Services.GetRequiredService<Database>().WriteAsync(
            scope =>
            {
                if (place is not null) callers.Save(scope, caller with { PlaceId = place });
                return outbox.Enqueue(scope, message, now);
            },
            default);
    }

    /// <summary>The worker's rounds, until one finds nothing to do.</summary>
    public async Task WorkAsync()
    {
        while (await Line.Services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>Lets time pass, the worker at work all the while.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await WorkAsync();
        }
    }

    public async Task<(string State, string? Reason)> StateAsync(long id) => await Line.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.QuerySingle<(string, string?)>("SELECT state, reason FROM outbox_message WHERE id = @Id", new { Id = id }), default);

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        if (ownsProvider) await Provider.DisposeAsync();
    }

    private static Task<LineServer> OpenAsync(ProviderStub provider, LineFolder? folder, HandClock clock, string[] settings) =>
        LineServer.StartAsync(folder: folder, settings: [.. provider.Settings, Address, "Outbox:Sends=false", .. settings], clock: clock);
}
