using AppelAide.Host.Conversations;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Bulletins;

/// <summary>What Program adds for bulletins and those who want them.</summary>
internal static class BulletinServices
{
    /// <summary>The stores, the dialogue's questions, what staff do, and the planner.</summary>
    public static IServiceCollection AddBulletins(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<ICommand, SubscriptionWriteCommand>()
        .AddSingleton<ICommand, SubscriptionEndCommand>()
        .AddSingleton<BulletinStore>()
        .AddSingleton<BulletinPages>()
        .AddSingleton<BulletinWording>()
        .AddSingleton<BulletinService>()
        .AddSingleton<BulletinPlanner>()
        .AddHostedService(provider => provider.GetRequiredService<BulletinPlanner>())
        .AddSingleton<ILookup>(provider => new SubscriptionTopicLookup(new Lazy<ScriptLibrary>(provider.GetRequiredService<ScriptLibrary>)));
}
