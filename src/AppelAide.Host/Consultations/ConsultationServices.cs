using AppelAide.Host.Conversations;

namespace AppelAide.Host.Consultations;

/// <summary>What Program adds for consultations.</summary>
internal static class ConsultationServices
{
    /// <summary>The store, the look-ups and the command.</summary>
    public static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        services.AddSingleton<ConsultationStore>();
        services.AddSingleton<ILookup, ConsultationsNextLookup>();
        services.AddSingleton<ILookup, ConsultationQuestionLookup>();
        services.AddSingleton<ICommand, ConsultationAnswerCommand>();
        return services;
    }
}
