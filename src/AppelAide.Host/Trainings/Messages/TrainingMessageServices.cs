using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>What citizens are told of their registrations, and what they answer.</summary>
internal static class TrainingMessageServices
{
    /// <summary>What is told and when, the questions that wait for an answer, and who was reached.</summary>
    public static IServiceCollection AddTrainingMessages(this IServiceCollection services) => services
        .AddSingleton<IAskedQuestions, PendingQuestionStore>()
        .AddSingleton<ReachedStore>()
        .AddSingleton<IMessageOutcome>(provider => provider.GetRequiredService<ReachedStore>())
        .AddSingleton<ICommand, MessageHeardCommand>()
        .AddSingleton<RegistrationMessageStore>()
        .AddSingleton<MessageWriter>()
        .AddSingleton<RemindersDue>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<RemindersDue>())
        .AddSingleton<SeatsToOffer>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<SeatsToOffer>())
        .AddSingleton<SessionNotices>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<SessionNotices>())
        .AddSingleton<UnreachedReader>()
        .AddSingleton<PartnerStore>()
        .AddSingleton<ILookup, PartnerTomorrowLookup>()
        .AddSingleton<IRecurringWork, PartnerSummaries>();
}
