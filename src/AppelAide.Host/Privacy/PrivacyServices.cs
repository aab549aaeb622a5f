using AppelAide.Host.Persistence;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Privacy;

/// <summary>What Program adds for citizens' privacy.</summary>
internal static class PrivacyServices
{
    /// <summary>The vault of telephone numbers. Mistakes of the section are said at start.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        services.AddSingleton(provider => new PhoneVault(
            Key(provider.GetRequiredService<IOptions<PrivacyOptions>>().Value, provider.GetRequiredService<Database>())));
        return services;
    }

    private static byte[] Key(PrivacyOptions options, Database database)
    {
        if (!string.IsNullOrWhiteSpace(options.PhoneKey) && PhoneKey.TryRead(options.PhoneKey, out var key))
            return key;
        return database is SqliteDatabase sqlite
            ? PhoneKey.Beside(sqlite)
            : throw new InvalidOperationException("Privacy:PhoneKey must be set with SQL Server.");
    }
}
