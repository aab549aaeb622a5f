using AppelAide.Host.Conversations;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Trainings.Calendar.Import;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;
using AppelAide.Host.Trainings.Search;

namespace AppelAide.Host.Trainings;

/// <summary>What Program adds for trainings.</summary>
internal static class TrainingServices
{
    /// <summary>The calendar, who registers, and what they are told.</summary>
    public static IServiceCollection AddTrainings(this IServiceCollection services)
    {
        services.AddSingleton<SessionTimes>();
        services.AddSingleton<SessionEditor>();
        services.AddSingleton<TrainingTexts>();
        services.AddSingleton<CalendarImport>();
        services.AddSingleton<SeriesExtension>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<SeriesExtension>());
        services.AddSingleton<ILookup, TrainingsNextLookup>();
        services.AddSingleton<ILookup, TrainingsWishLookup>();
        return services.AddRegistrations().AddTrainingMessages().AddDesk();
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

    /// <summary>What staff do.</summary>
    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<AttendanceStore>()
        .AddSingleton<SessionBook>()
        .AddSingleton<RegistrationDesk>()
        .AddSingleton<AttendanceDesk>()
        .AddSingleton<SessionDesk>()
        .AddSingleton<NoticeReader>()
        .AddSingleton<NoticeDesk>()
        .AddSingleton<PartnerDesk>();
}
