using AppelAide.Host.Conversations;

namespace AppelAide.Host.Referrals;

/// <summary>What Program adds for referrals.</summary>
internal static class ReferralServices
{
    /// <summary>The store and the command.</summary>
    public static IServiceCollection AddReferrals(this IServiceCollection services)
    {
        services.AddSingleton<ReferralStore>();
        services.AddSingleton<ICommand, ReferralNoteCommand>();
        return services;
    }
}
