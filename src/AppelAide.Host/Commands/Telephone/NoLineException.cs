namespace AppelAide.Host.Commands.Telephone;

/// <summary>The line cannot be reached, or refuses. The message is the one clear line that the person at the terminal reads.</summary>
internal sealed class NoLineException(string message, Exception? inner = null) : Exception(message, inner);
