namespace AppelAide.Host.Outbox;

/// <summary>What Program adds for messages to be sent.</summary>
internal static class OutboxServices
{
    /// <summary>The store and the worker.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxStore>()
        .AddSingleton<OutboxWorker>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
}
