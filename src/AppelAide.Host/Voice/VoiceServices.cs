using Microsoft.Extensions.Options;

namespace AppelAide.Host.Voice;

/// <summary>What Program adds for the telephone.</summary>
internal static class VoiceServices
{
    /// <summary>The renderer and its voices, and what is said when the line fails.</summary>
    public static IServiceCollection AddVoice(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VoiceOptions>().Bind(configuration.GetSection(VoiceOptions.Section));
        return services
            .AddSingleton(provider => new VoiceRenderer(provider.GetRequiredService<IOptions<VoiceOptions>>().Value))
            .AddSingleton<LineFailure>()
            .AddSingleton<MessageCall>();
    }
}
