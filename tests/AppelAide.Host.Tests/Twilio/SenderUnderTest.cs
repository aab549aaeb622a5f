using AppelAide.Host.Tests.Http;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>
/// The message sender as the line is wired with it, down to the socket, with a log that misses nothing. When it closes, it is checked that
/// nothing personal or secret was logged, nor any address, which may have a number in it.
/// </summary>
internal sealed class SenderUnderTest : IAsyncDisposable
{
    public const string Token = "ffeeddccbbaa99887766554433221100";
    public const string Number = "+14185550137";

    public static readonly OutgoingText Text = new(Number, "Inscription notée: mar. 1er déc. 13h30 & \"bibliothèque\"", "https://ligne.example.org/twilio/sms/status?m=7");
    public static readonly OutgoingCall Call = new(Number, "https://ligne.example.org/twilio/voice/message?m=7", "https://ligne.example.org/twilio/voice/status?m=7");

    private readonly WebApplication app;
    private readonly LogSink log = new();

    /// <summary>Wires a sender.</summary>
    /// <param name="settings">Such as <see cref="ProviderStub.Settings"/>.</param>
    /// <param name="change">Changes services.</param>
    public SenderUnderTest(IEnumerable<string> settings, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Twilio:AuthToken={Token}", .. settings.Select(setting => "--" + setting)]);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.PostConfigure<LoggerFilterOptions>(filter => filter.Rules.Clear());
        builder.Services.AddTwilio(builder.Configuration);
        change?.Invoke(builder.Services);
        app = builder.Build();
        Sender = app.Services.GetRequiredService<IMessageSender>();
    }

    public IMessageSender Sender { get; }

    public Task<SendResult> SendAsync(CancellationToken stopping = default) => Sender.SendAsync(Text, stopping);

    public Task<SendResult> CallAsync(CancellationToken stopping = default) => Sender.CallAsync(Call, stopping);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var secret in new[] { Number[1..], "Inscription", Token, "System.Net.Http.HttpClient" })
            Assert.DoesNotContain(secret, log.All, StringComparison.Ordinal);
    }
}
