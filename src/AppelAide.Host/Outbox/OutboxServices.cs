using AppelAide.Host.Outbox.Review;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Outbox;

/// <summary>What Program adds for messages to be sent.</summary>
internal static class OutboxServices
{
    /// <summary>The store, what the provider reports, and the worker; binds and checks the <c>Outbox</c> section.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<OutboxReports>()
            .AddSingleton<MessageReader>()
            .AddSingleton<MessageDesk>()
            .AddSingleton<SpokenMessages>()
            .AddSingleton<SendingHours>()
            .AddSingleton<OutboxSender>()
            .AddSingleton<OutboxWorker>()
            .AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
    }
}
