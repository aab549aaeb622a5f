using AppelAide.Host.Conversations;

namespace AppelAide.Host.Callers;

/// <summary>What Program adds for callers.</summary>
internal static class CallersServices
{
    /// <summary>The callers' stores.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services) => services
        .AddSingleton<CallerStore>()
        .AddSingleton<ConsentStore>()
        .AddSingleton<MessageConsent>()
        .AddSingleton<ICommand, ConsentWriteCommand>()
        .AddSingleton<ILookup, ConsentStateLookup>();
}
