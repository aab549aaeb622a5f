using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>What citizens are told of their registrations, and what they answer.</summary>
internal static class TrainingMessageServices
{
    /// <summary>The questions that wait for an answer, and who was reached.</summary>
    public static IServiceCollection AddTrainingMessages(this IServiceCollection services) => services
        .AddSingleton<IAskedQuestions, PendingQuestionStore>()
        .AddSingleton<ReachedStore>()
        .AddSingleton<IMessageOutcome>(provider => provider.GetRequiredService<ReachedStore>())
        .AddSingleton<ICommand, MessageHeardCommand>();
}
