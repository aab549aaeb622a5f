using AppelAide.Dialogue.Definition;
using AppelAide.Host.Conversations;
using AppelAide.Host.Scheduling;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Calls.Figures;

/// <summary>What Program adds for the figures.</summary>
internal static class FigureServices
{
    /// <summary>The counting and its readers.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddSingleton<FigureStore>()
        .AddSingleton<Func<ConversationCounter>>(provider => () => Counter(provider.GetRequiredService<LineClock>(), provider.GetRequiredService<ScriptLibrary>().Live))
        .AddSingleton<FigureCounting>().AddSingleton<IRecurringWork>(provider => provider.GetRequiredService<FigureCounting>())
        .AddSingleton<FiguresReader>()
        .AddSingleton<DialogueFiguresReader>()
        .AddSingleton<YesterdayFigures>();

    private static ConversationCounter Counter(LineClock clock, Script script) =>
        new(clock, script.Line.StartCall, $"{script.Line.StartSms}.{script.Dialogues[script.Line.StartSms].Start}");
}
