namespace AppelAide.Host.Conversations;

/// <summary>A command of the dialogue failed: its transaction is undone, and the citizen is led to a person.</summary>
internal sealed class CommandFailedException(string command, Exception inner) : Exception($"Command {command} failed.", inner)
{
    /// <summary>Which.</summary>
    public string Command { get; } = command;
}
