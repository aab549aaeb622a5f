using AppelAide.Host.Conversations;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Directory;

/// <summary>What Program adds for the directory.</summary>
internal static class DirectoryServices
{
    /// <summary>The snapshot, what keeps it fresh, and its look-ups. The database must be migrated before the host starts.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectorySource>();
        services.AddHostedService<DirectoryWatcher>();
        services.AddSingleton<ILookup, PlacesFindLookup>();
        // The scripts know the questions before the questions know the scripts.
        services.AddSingleton<ILookup>(provider => new ServicesNearLookup(
            provider.GetRequiredService<DirectorySource>(), new Lazy<ScriptLibrary>(provider.GetRequiredService<ScriptLibrary>)));
        return services;
    }
}
