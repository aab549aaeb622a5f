using AppelAide.Dialogue.Definition;
using AppelAide.Host.Conversations;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Scripts;

/// <summary>What Program adds for the scripts.</summary>
internal static class ScriptServices
{
    /// <summary>The library and its watcher.</summary>
    public static IServiceCollection AddScripts(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IOptions<LineOptions>>().Value.Scripts is { Length: > 0 } path ? new ScriptFolder(path) : ScriptFolder.Find())
        .AddSingleton<ScriptLibrary>()
        // Asked late: the scripts are checked against the very look-ups that read them.
        .AddSingleton<Func<Script>>(provider => () => provider.GetRequiredService<ScriptLibrary>().Live)
        .AddHostedService<ScriptWatcher>();
}
