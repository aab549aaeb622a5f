using Spectre.Console;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>What the terminal can do.</summary>
internal static class Terminal
{
    /// <summary>Whether a person looks at it.</summary>
    private static bool IsWatched(TextWriter output) => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>A screen for people; plain where the output is redirected, without colours where <c>NO_COLOR</c> says so.</summary>
    public static ConversationScreen Screen(TextWriter output)
    {
        var watched = IsWatched(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = watched ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = watched ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!watched)
            console.Profile.Width = 10_000;
        return new ConversationScreen(console, watched);
    }

    /// <summary>A person at the keyboard, or what is piped in.</summary>
    public static TypingCaller Keyboard() => new(System.Console.In, echoes: !System.Console.IsInputRedirected && !System.Console.IsOutputRedirected);
}
