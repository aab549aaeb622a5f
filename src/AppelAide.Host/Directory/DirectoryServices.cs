using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Directory.Places.Register;

namespace AppelAide.Host.Directory;

/// <summary>What Program adds for the directory.</summary>
internal static class DirectoryServices
{
    /// <summary>The snapshot, what keeps it fresh, and its look-ups. The database must be migrated before the host starts.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectorySource>();
        services.AddSingleton<DirectoryImport>();
        services.AddSingleton<ExportStore>();
        services.AddSingleton<RecordEditor>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<ImportLog>();
        services.AddSingleton<ReachStore>();
        services.AddSingleton<PlaceImport>();
        services.AddHostedService<DirectoryWatcher>();
        services.AddSingleton<ILookup, PlacesFindLookup>();
        services.AddSingleton<ILookup, ServicesNearLookup>();
        return services;
    }
}
