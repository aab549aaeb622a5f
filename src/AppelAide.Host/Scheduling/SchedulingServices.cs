using Microsoft.Extensions.Options;

namespace AppelAide.Host.Scheduling;

/// <summary>What Program adds for recurring work.</summary>
internal static class SchedulingServices
{
    /// <summary>The scheduler, which only a web server starts; binds and checks the <c>Scheduling</c> section.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SchedulingOptions>().Bind(configuration.GetSection(SchedulingOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidator>()
            .AddSingleton<RecurringJob>()
            .AddSingleton<LineScheduler>()
            .AddHostedService<SchedulerWorker>();
    }
}
