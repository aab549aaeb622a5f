using Microsoft.Extensions.Options;

namespace AppelAide.Host.Conversations;

/// <summary>What Program adds for conversations.</summary>
internal static class ConversationServices
{
    /// <summary>The third room, and the line's own look-up. Mistakes of the section are said at start.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LineOptions>().Bind(configuration.GetSection(LineOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LineOptions>, LineOptionsValidator>();
        return services
            .AddSingleton<LineClock>()
            .AddSingleton<ILookup, LineHoursLookup>()
            .AddSingleton<QuestionCatalog>()
            .AddSingleton<ConversationCache>()
            .AddSingleton<TurnTaker>()
            .AddSingleton<CallStarter>()
            .AddSingleton<ConversationService>()
            .AddSingleton<CitizenLanguage>()
            .AddHostedService<ConversationSweeper>();
    }
}
