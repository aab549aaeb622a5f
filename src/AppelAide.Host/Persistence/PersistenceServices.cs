using Microsoft.Extensions.Options;

namespace AppelAide.Host.Persistence;

/// <summary>What Program adds for the line's memory.</summary>
internal static class PersistenceServices
{
    /// <summary>The database of the configuration, its migrator and its sequences. Mistakes of the section are said at start.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton(provider => Open(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value));
        services.AddSingleton(provider =>
            new Migrator(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SequenceStore>();
        return services;
    }

    private static Database Open(DatabaseOptions options) => options.IsSqlServer
        ? new SqlServerDatabase(options.EffectiveConnectionString)
        : new SqliteDatabase(options.EffectiveConnectionString);
}
