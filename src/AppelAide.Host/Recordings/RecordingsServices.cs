using AppelAide.Host.Scheduling;

namespace AppelAide.Host.Recordings;

/// <summary>What Program adds for the sound of recordings.</summary>
internal static class RecordingsServices
{
    /// <summary>The store, and the work that fills it.</summary>
    public static IServiceCollection AddRecordings(this IServiceCollection services) => services
        .AddSingleton<SoundStore>()
        .AddSingleton<RecordingsFetch>()
        .AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<RecordingsFetch>());
}
