using AppelAide.Dialogue.Definition;
using AppelAide.Host.Conversations;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Scripts;
using AppelAide.Host.Trainings.Calendar.Import;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings;

/// <summary>What Program adds for trainings.</summary>
internal static class TrainingServices
{
    /// <summary>The calendar, who registers, and what they are told.</summary>
    public static IServiceCollection AddTrainings(this IServiceCollection services)
    {
        services.AddSingleton<SessionTimes>();
        services.AddSingleton<SessionEditor>();
        services.AddSingleton<CalendarImport>();
        services.AddSingleton<SeriesExtension>();
        services.AddSingleton<ILookup, TrainingsNextLookup>();
        return services.AddRegistrations().AddRegistrationMessages().AddTrainingMessages();
    }

    private static IServiceCollection AddRegistrations(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationStore>();
        services.AddSingleton<RegistrationReader>();
        services.AddSingleton<RegistrationFields>();
        services.AddSingleton<ILookup, RegistrationsMineLookup>();
        services.AddSingleton<ILookup, RegistrationAboutLookup>();
        services.AddSingleton<ILookup, TrainingOtherLookup>();
        services.AddSingleton<ICommand, TrainingRegisterCommand>();
        services.AddSingleton<ICommand, RegistrationCancelCommand>();
        services.AddSingleton<ICommand, RegistrationMoveCommand>();
        services.AddSingleton<ICommand, RegistrationNameCommand>();
        services.AddSingleton<ICommand, RegistrationContactCommand>();
        services.AddSingleton<ICommand, RegistrationAnswerCommand>();
        return services;
    }

    private static IServiceCollection AddRegistrationMessages(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationMessageStore>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MessageWriter>(provider, (Func<Script>)(() => provider.GetRequiredService<ScriptLibrary>().Live)));
        services.AddSingleton<RemindersDue>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<RemindersDue>());
        services.AddSingleton<SeatsToOffer>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<SeatsToOffer>());
        services.AddSingleton<SessionNotices>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<SessionNotices>());
        services.AddSingleton<UnreachedReader>();
        services.AddSingleton<PartnerStore>();
        services.AddSingleton<ILookup, PartnerTomorrowLookup>();
        services.AddSingleton<IRecurringWork, PartnerSummaries>();
        return services;
    }
}
