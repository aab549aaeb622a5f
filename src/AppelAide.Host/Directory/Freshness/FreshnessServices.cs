using AppelAide.Host.Conversations;

namespace AppelAide.Host.Directory.Freshness;

/// <summary>What Program adds for freshness.</summary>
internal static class FreshnessServices
{
    /// <summary>The store and the command.</summary>
    public static IServiceCollection AddFreshness(this IServiceCollection services)
    {
        services.AddSingleton<FreshnessStore>();
        services.AddSingleton<ICommand, RecordReportCommand>();
        return services;
    }
}
