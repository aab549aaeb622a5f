using AppelAide.Host.Conversations;

namespace AppelAide.Host.Sheets;

/// <summary>What Program adds for fact sheets.</summary>
internal static class SheetServices
{
    /// <summary>The look-ups.</summary>
    public static IServiceCollection AddSheets(this IServiceCollection services)
    {
        services.AddSingleton<ILookup, SheetsListLookup>();
        services.AddSingleton<ILookup, SheetsChapterLookup>();
        return services;
    }
}
