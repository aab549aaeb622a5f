using AppelAide.Host.Conversations;

namespace AppelAide.Host.Trainings;

/// <summary>What Program adds for trainings.</summary>
internal static class TrainingServices
{
    /// <summary>The store, the look-up and the command.</summary>
    public static IServiceCollection AddTrainings(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationStore>();
        services.AddSingleton<ILookup, TrainingsNextLookup>();
        services.AddSingleton<ICommand, TrainingRegisterCommand>();
        return services;
    }
}
